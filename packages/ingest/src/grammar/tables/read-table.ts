import type { Table } from '../../document/block.ts'
import { fold } from '../../document/words.ts'
import { bareHeading } from '../heading-words.ts'
import type { Candidate, Found } from '../candidate.ts'
import { isDirective } from '../asking/asks.ts'
import { whyExcluded } from '../exclusions.ts'
import { headOf, TRACKER, type TableHead } from './table-head.ts'
import { EMPTY, fromRow } from './table-row.ts'

export type ReadTable = Found & { head: TableHead | null }
type Options = { section: string[]; inRegion: boolean; noun: boolean; head: TableHead | null; title?: string }

/** A column of definitions: the table says what a priority or an opinion means. */
const DEFINES = /^(?:definitions?|meaning|what (?:it|this) means|descriptions?|explanation|criteria|interpretation)$/
export function readTable(table: Table, options: Options): ReadTable {
  const named = headOf(
    table,
    [options.title ?? '', ...options.section].some((h) => TRACKER.test(h)),
  )
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
    if (headOf({ ...table, rows: [row] }) && !isDirective(cell.text)) return
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

const hasWording = (text: string) => !/^\d+\s*[(;,]/.test(text) && (text.match(/\p{L}{2,}/gu) ?? []).length >= 3

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
      { wording: at, ref: null, owner: null, timescale: null, width: cells.length, noun: false, mixed: false },
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
