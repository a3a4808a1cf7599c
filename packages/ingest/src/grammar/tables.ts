import type { Cell, Row, Table } from '../document/block.ts'
import { splitMarker } from '../document/marker.ts'
import { fold } from '../document/words.ts'
import { announcementIn, bareHeading } from './announcers.ts'
import { candidate, type Candidate, type Found } from './candidate.ts'
import { isDirective } from './directives.ts'
import { whyExcluded } from './exclusions.ts'
import { runInLabel } from './run-in.ts'
import { slotsAtEnd } from './slots.ts'

/** Which column holds what, by the words at its head. */
export type TableHead = {
  wording: number
  ref: number | null
  owner: number | null
  timescale: number | null
  width: number
  noun: boolean
}
export type ReadTable = Found & { head: TableHead | null }
type Options = { section: string[]; inRegion: boolean; noun: boolean; head: TableHead | null }

const WORDING =
  /^(?:(?:our|the|key|main|agreed|audit|safety|outstanding|proposed|draft|detailed|original|summary|inspection|panel|scrutiny|report|inquiry|internal audit|auditor(?:['’]s)?) )*recommendations?(?: (?:made|text|wording|details?|and (?:agreed )?actions?|or .{3,20}|for improvement|summary|\/ .*))?$|^(?:issue|finding)s? (?:and|\/|&) recommendations?$/
const REF =
  /^(?:ref(?:erence)?(?: ?no)?|no|number|#|item|rec(?:ommendation)?(?: ?(?:no|number|ref(?:erence)?|#))|r|id|para(?:graph)?(?: no)?|s\/?n)$/
const OWNER =
  /^(?:responsib(?:le|ility)(?: .{2,40})?|(?:lead|action|risk|recommendation|named)? ?owner(?:ship)?|lead(?: .{2,30})?|who|by whom|addressee|action (?:by|for|officer)|accountable .{2,20}|responsible body|officer(?: responsible)?|organisation|directed to|body|agency)$/
const TIME =
  /^(?:(?:target|due|completion|implementation|agreed|proposed|planned|original|revised|delivery)(?: .{0,25})?(?: date| timescale| deadline)|timescales?(?: .{0,25})?|time ?frames?|deadlines?|by when|when|date (?:for|of) (?:completion|implementation)|date due|target|due|completion date|implementation date)$/
/** An auditor's table without the word: what was found, what is to be done, by whom and when. A plan of actions alone answers somebody else's report. */
const FINDING = /^(?:(?:audit|key|our|summary of|detailed) )*(?:findings?|issues?|observations?|weakness(?:es)?|risks?)(?: .{0,40})?$/
const SECOND_CHOICE =
  /^(?:agreed|required|recommended|proposed|management|corrective|remedial|further)? ?(?:management )?actions?(?: (?:required|needed|agreed|plan|points?|to be taken))?$/
/** A column of definitions: the table says what a priority or an opinion means. */
const DEFINES = /^(?:definitions?|meaning|what (?:it|this) means|descriptions?|explanation|criteria|interpretation)$/
const EMPTY = /^(?:none|n\/?a|nil|[-–—]|\.|)$/i
const LEADING_REF =
  /^((?:R|Rec)?\s?\d{1,3}(?:[.]\d{1,2})?[a-z]?(?:\s?[-–]\s?[a-z])?(?:\s?\([ivxl]+(?:\s?[-–]\s?[ivxl]+)?\))?)[.:)]?\s+(?:[–—-]\s+)?(?=["“‘(]?\p{Lu})/u

export function readTable(table: Table, options: Options): ReadTable {
  const named = headOf(table)
  const head = named?.head ?? (options.head && table.rows.some((r) => r.cells.length === options.head?.width) ? options.head : null)
  if (!head) return options.inRegion ? readUnheaded(table, options) : { candidates: [], refused: [], head: null }
  const candidates: Candidate[] = []
  const refused: Found['refused'] = []
  table.rows.slice(named ? named.row + 1 : 0).forEach((row) => {
    const cell = row.cells[head.wording]
    const filled = row.cells.filter((c) => c.text.trim())
    if (
      !cell ||
      EMPTY.test(cell.text.trim()) ||
      (filled.length === 1 && row.cells.length > 2 && head.wording === 0 && !isDirective(cell.text))
    )
      return
    if (headOf({ ...table, rows: [row] })) return
    const last = candidates.at(-1)
    if (last && filled.length === 1 && /^\p{Ll}/u.test(cell.text)) {
      last.text = fold(`${last.text} ${cell.text}`)
      return
    }
    if (!hasWording(cell.text)) {
      refused.push({ text: cell.text, page: row.at.page, reason: 'a table row that names recommendations without their wording' })
      return
    }
    const excluded = whyExcluded(cell.text)
    if (excluded) refused.push({ text: cell.text, page: row.at.page, reason: excluded })
    else candidates.push(...fromRow(table, row, head, cell, options.section))
  })
  // "Areas for development" may head a column of any survey: outside an announced section its rows have to ask.
  if (head.noun && !options.inRegion && candidates.filter((c) => c.directive).length < candidates.length / 2)
    return {
      candidates: [],
      refused: [
        ...refused,
        ...candidates.map((c) => ({ text: c.text, page: c.at.page, reason: 'a row of a table that asks for nothing' })),
      ],
      head: null,
    }
  return { candidates, refused, head }
}

function headOf(table: Table): { head: TableHead; row: number } | null {
  for (let i = 0; i < Math.min(3, table.rows.length); i++) {
    const names = (table.rows[i]?.cells ?? []).map((c) => bareHeading(c.text))
    if (names.length < 2 && !(names[0] && announcementIn(names[0]))) continue
    const find = (pattern: RegExp) => {
      const at = names.findIndex((n) => pattern.test(n))
      return at < 0 ? null : at
    }
    const announced = names.findIndex((n) => n.length < 80 && announcementIn(n) !== null)
    const wording =
      find(WORDING) ??
      (announced >= 0 ? announced : null) ??
      (find(FINDING) !== null && (find(OWNER) !== null || find(TIME) !== null) ? find(SECOND_CHOICE) : null)
    if (wording === null) continue
    if (names.length === 1 && table.rows.length < 2) continue
    const noun = announcementIn(names[wording] ?? '')?.noun ?? false
    return { row: i, head: { wording, noun, ref: find(REF), owner: find(OWNER), timescale: find(TIME), width: names.length } }
  }
  return null
}

const hasWording = (text: string) => !/^\d+\s*[(;,]/.test(text) && (text.match(/\p{L}{2,}/gu) ?? []).length >= 3

function fromRow(table: Table, row: Row, head: TableHead, cell: Cell, section: string[]): Candidate[] {
  const at = (k: number | null) => {
    const text = k === null || k === head.wording ? '' : fold(row.cells[k]?.text ?? '')
    return EMPTY.test(text) ? null : text
  }
  const fields = {
    ref: at(head.ref),
    owner: at(head.owner),
    timescale: at(head.timescale),
    section,
    rule: 'table row',
    reason: 'a row of a table whose column is headed as recommendations',
    confidence: 0.93,
  }
  const items = cell.blocks.filter((b) => b.kind === 'item')
  const wording = cell.blocks
    .filter((b) => b.kind !== 'item')
    .map((b) => (b.kind === 'table' ? '' : b.text))
    .join(' ')
  const block = { ...table, at: row.at }
  // A cell that is a list and nothing else holds one recommendation an item.
  if (items.length > 1 && !wording.trim())
    return items.map((i) =>
      candidate(block, i.kind === 'item' ? i.text : '', {
        ...fields,
        ref: i.kind === 'item' && i.marker.family !== 'bullet' ? i.marker.printed : fields.ref,
      }),
    )
  const { ref, text } = withoutRef(
    items.length === 1 && !wording.trim() && items[0]?.kind === 'item'
      ? `${items[0].marker.family === 'bullet' ? '' : items[0].marker.printed} ${items[0].text}`
      : wording || cell.text,
  )
  const slots = slotsAtEnd(text)
  const made = candidate(block, slots.rest || text, {
    ...fields,
    ref: fields.ref ?? ref,
    owner: fields.owner ?? slots.owner,
    timescale: fields.timescale ?? slots.timescale,
  })
  if (wording.trim())
    for (const item of items)
      if (item.kind === 'item')
        nest(
          made,
          item.depth,
          candidate(block, item.text, {
            ref: item.marker.family === 'bullet' ? null : item.marker.printed,
            section,
            rule: 'nested item',
            reason: 'stands in the list in its cell',
            confidence: 0.9,
          }),
        )
  return [made]
}

function nest(parent: Candidate, depth: number, child: Candidate): void {
  let into = parent
  for (let d = 0; d < depth && into.children.length; d++) into = into.children.at(-1) as Candidate
  into.children.push(child)
}

/** A reference printed before the wording in the same cell: "R2 – Develop ...", "4a (i-iii) Introduce ...". */
export function withoutRef(text: string): { ref: string | null; text: string } {
  const folded = fold(text)
  const label = runInLabel(folded)
  if (label?.rest) return { ref: label.ref, text: label.rest }
  const match = LEADING_REF.exec(folded)
  if (match) return { ref: (match[1] ?? '').trim(), text: folded.slice(match[0].length) }
  const marker = splitMarker(folded)
  if (marker && marker.rest)
    return { ref: marker.marker.family === 'bullet' ? null : marker.marker.printed.replace(/^(\d+)[.)]$/, '$1'), text: marker.rest }
  return { ref: null, text: folded }
}

/** A table without a head below a heading that announces recommendations: its rows' longest cell, where most rows ask for something. */
function readUnheaded(table: Table, options: Options): ReadTable {
  if (table.rows[0]?.cells.some((c) => DEFINES.test(bareHeading(c.text)))) return { candidates: [], refused: [], head: null }
  const candidates = table.rows.flatMap((row) => {
    const cells = row.cells.map((c) => fold(c.text))
    const at = cells.reduce((best, c, i) => (c.length > (cells[best]?.length ?? 0) ? i : best), 0)
    const cell = row.cells[at]
    if (!cell || !hasWording(cell.text) || whyExcluded(cell.text)) return []
    const before = cells.slice(0, at).find((c) => /^(?:R|Rec(?:ommendation)?\.?)?\s?\d{1,3}[a-z]?[.)]?$/i.test(c)) ?? null
    return fromRow(
      table,
      row,
      { wording: at, ref: null, owner: null, timescale: null, width: cells.length, noun: false },
      cell,
      options.section,
    ).map((c) => ({
      ...c,
      ref: c.ref ?? before,
      rule: 'table row',
      reason: `a row of the table below "${options.section.at(-1) ?? ''}"`,
      confidence: 0.8,
    }))
  })
  const asking = candidates.filter((c) => c.directive).length
  return asking >= Math.max(1, candidates.length * 0.6)
    ? { candidates: candidates.filter((c) => c.directive), refused: [], head: null }
    : { candidates: [], refused: [], head: null }
}
