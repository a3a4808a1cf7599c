import type { Table } from '../../document/block.ts'
import { announcementIn } from '../announcers.ts'
import { bareHeading } from '../heading-words.ts'

/** Which column holds what, by the words at its head. */
export type TableHead = {
  wording: number
  ref: number | null
  owner: number | null
  timescale: number | null
  width: number
  noun: boolean
  /** The column tells what was found as well as what is recommended. */
  mixed: boolean
}
const WORDING =
  /^(?:(?:our|the|key|main|agreed|audit|safety|outstanding|proposed|draft|detailed|original|summary|inspection|panel|scrutiny|report|inquiry|internal audit|auditor(?:['’]s)?) )*recommendations?(?: (?:made|text|wording|details?|and (?:agreed )?actions?|or .{3,20}|for improvement|accepted|agreed|summary|\/ .*))?$|^(?:issues?|findings?|observations?|impacts?|risks?|implications?|causes?|weakness(?:es)?)(?:,? ?(?:and|\/|&|,)? ?(?:issues?|findings?|observations?|impacts?|risks?|implications?|causes?|effects?))*,? (?:and|\/|&) recommendations?$/
const REF =
  /^(?:ref(?:erence)?(?: ?no)?|no|number|#|item|rec(?:ommendation)?(?: ?(?:no|number|ref(?:erence)?|#))|r|id|para(?:graph)?(?: no)?|s\/?n)$/
const OWNER =
  /^(?:(?:responsible )?(?:owner|officer|lead)s?(?:,| and| \/| &) (?:target |due |implementation |completion )?(?:dates?|timescales?|deadline)|responsib(?:le|ility)(?: .{2,40})?|(?:lead|action|risk|recommendation|named)? ?owner(?:ship)?|lead(?: .{2,30})?|who|by whom|addressee|action (?:by|for|officer)|accountable .{2,20}|responsible body|officer(?: responsible)?|organisation|directed to|body|agency)$/
const TIME =
  /^(?:(?:target|due|completion|implementation|agreed|proposed|planned|original|revised|delivery)(?: .{0,25})?(?: date| timescale| deadline)|timescales?(?: .{0,25})?|time ?frames?|deadlines?|by when|when|date (?:for|of) (?:completion|implementation)|date due|to be completed(?: by)?|completed by|target|due|completion date|implementation date)$/
/** An auditor's table without the word: what was found, what is to be done, by whom and when. A plan of actions alone answers somebody else's report. */
const FINDING = /^(?:(?:audit|key|our|summary of|detailed) )*(?:findings?|issues?|observations?|weakness(?:es)?|risks?)(?: .{0,40})?$/
const SECOND_CHOICE =
  /^(?:agreed|required|recommended|proposed|management|corrective|remedial|further)? ?(?:management )?actions?(?: (?:required|needed|agreed|plan|points?|to be taken))?$/
/** How far an action has come. */
const STATE = /^(?:(?:current|latest) )?(?:status|progress|rag(?: (?:rating|status))?|open|closed|complete[d]?|update)(?: .{0,20})?$/
/** "Action log", "Actions tracker": a heading that makes a table of actions alone the list of what was asked. */
export const TRACKER = /\b(?:actions?|recommendations?|matters arising) (?:log|tracker|tracking|register|sheet|monitor)\b|\btracker\b/i
/** The head of a table that holds recommendations, in one of its first rows; null where no column holds any. */
export function headOf(table: Table, tracker = false): { head: TableHead; row: number } | null {
  for (let i = 0; i < Math.min(3, table.rows.length); i++) {
    const names = namesOf(table, i)
    if (names.length < 2 && (!(names[0] && announcementIn(names[0])) || table.rows.length < 2)) continue
    const announced = columnOf(names, (n) => n.length < 80 && announcementIn(n) !== null)
    const wording = besideReferences(table, i, names, wordingColumn(table, i, names, announced, tracker))
    if (wording === null) continue
    const noun = announcementIn(names[wording] ?? '')?.noun ?? false
    const find = (pattern: RegExp) => columnOf(names, (n) => pattern.test(n))
    const ref = find(REF) ?? (announced === wording ? null : announced)
    const mixed = /^(?:issue|finding|observation|impact|risk|implication|cause|weakness)/.test(names[wording] ?? '')
    return { row: i, head: { wording, noun, mixed, ref, owner: find(OWNER), timescale: find(TIME), width: names.length } }
  }
  return null
}

/** The words at the head, one a column: where two heads stand so close that they ran together ("No. Finding"), the rows below show it. */
function namesOf(table: Table, row: number): string[] {
  const names = (table.rows[row]?.cells ?? []).map((c) => bareHeading(c.text))
  const [, first, second] = /^(no|ref|item|#)\b[.:]? (\p{L}.*)$/u.exec(names[0] ?? '') ?? []
  const below = table.rows.slice(row + 1)
  const wider = below.filter((r) => r.cells.length > names.length && /^[A-Z]?\d{1,3}[.)]?$/.test(r.cells[0]?.text.trim() ?? '')).length
  return first && second && below.length && wider >= below.length / 2 ? [first, second, ...names.slice(1)] : names
}

function wordingColumn(table: Table, row: number, names: string[], announced: number | null, tracker: boolean): number | null {
  const find = (pattern: RegExp) => columnOf(names, (n) => pattern.test(n))
  const recommendations = find(WORDING)
  if (recommendations !== null) return recommendations
  // A column of numbers may be headed as areas; the wording stands beside it.
  const below = table.rows.slice(row + 1)
  if (announced !== null && (!below.length || below.some((r) => (r.cells[announced]?.text ?? '').split(' ').length > 3))) return announced
  const found = find(FINDING) !== null && (find(OWNER) !== null || find(TIME) !== null)
  const tracked = tracker && find(OWNER) !== null && (find(TIME) !== null || find(STATE) !== null)
  return announced !== null || found || tracked ? find(SECOND_CHOICE) : null
}

/** A head over two columns stands above the first, which holds the references; the wording is in the second. */
function besideReferences(table: Table, row: number, names: string[], wording: number | null): number | null {
  if (wording === null || names[wording + 1] !== '') return wording
  const below = table.rows.slice(row + 1).map((r) => r.cells[wording]?.text.trim() ?? '')
  return below.length && below.every((t) => t.length <= 20 && /^(?:[\p{L} .]{0,16}\d[\d.]*[a-z]?[.)]?)?$/u.test(t)) ? wording + 1 : wording
}

function columnOf(names: string[], fits: (name: string) => boolean): number | null {
  const at = names.findIndex(fits)
  return at < 0 ? null : at
}
