import type { Cell, Row, Table } from '../../document/block.ts'
import { splitMarker } from '../../document/marker.ts'
import { fold } from '../../document/words.ts'
import { candidate, type Candidate } from '../candidate.ts'
import { recommendingPart } from '../first-person.ts'
import { runInLabel } from '../run-in-label.ts'
import { slotsAtEnd } from '../slots.ts'
import type { TableHead } from './table-head.ts'

export const EMPTY = /^(?:none|n\/?a|nil|[-–—]|\.|)$/i
const LEADING_REF =
  /^((?:R|Rec|P|[A-Z](?=\d{1,2}[.:)]))?\s?\d{1,3}(?:[.]\d{1,2})?[a-z]?(?:\s?[-–]\s?[a-z])?(?:\s?\([ivxl]+(?:\s?[-–]\s?[ivxl]+)?\))?)[.:)]?\s+(?:[–—-]\s+)?(?=["“‘(]?\p{Lu})/u

/** "R01" in a column without a head, before the wording. */
const refBefore = (row: Row, wording: number) =>
  row.cells
    .slice(0, wording)
    .map((c) => fold(c.text))
    .find((t) => /^(?:R|P|Rec(?:ommendation)?\.?|No\.?)?\s?\d{1,3}(?:\.\d{1,2})?[a-z]?[.)]?$/i.test(t)) ?? null

const DATE_AT_END =
  /[\s,;–-]+((?:by |end (?:of )?)?(?:(?:\d{1,2}(?:st|nd|rd|th)? )?[A-Z][a-z]{2,8}\.? \d{4}|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|Q[1-4] \d{4}(?:\/\d{2})?|immediately|ongoing))$/i

/** A column "Owner and date" holds both: "Keeper of Collections September 2020". */
function ownerAndDate(text: string | null): [string | null, string | null] {
  const match = text ? DATE_AT_END.exec(text) : null
  return match && text && match.index > 2 ? [text.slice(0, match.index).trim(), match[1] ?? null] : [text, null]
}

/** What a row asks for: one recommendation with the owner, date and reference of its other cells, or one for each item of a cell that is a list. */
export function fromRow(table: Table, row: Row, head: TableHead, cell: Cell, section: string[]): Candidate[] {
  const at = (k: number | null) => {
    const text = k === null || k === head.wording ? '' : fold(row.cells[k]?.text ?? '')
    return EMPTY.test(text) ? null : text
  }
  const [owner, by] = ownerAndDate(at(head.owner))
  const fields = {
    ref: at(head.ref) ?? refBefore(row, head.wording),
    owner,
    timescale: at(head.timescale) ?? by,
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
  const slots = slotsAtEnd(head.mixed ? (recommendingPart(text) ?? text) : text)
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
function withoutRef(text: string): { ref: string | null; text: string } {
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
