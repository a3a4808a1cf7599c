import type { Table } from '../../document/block.ts'
import { announcementIn } from '../announcers.ts'
import { fold } from '../../document/words.ts'
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
  /^(?:[\p{L}’',&/ -]{0,40} )?recommendations?(?: [\p{L}’',&/ -]{1,40})?$|^actions? ?(?:\/|or|and|&) ?recommendations?$|^recommendations? ?\/ ?\p{L}+|^recommended (?:measures?|actions?|changes?|improvements?|steps?)$|^(?:issues?|findings?|observations?|impacts?|risks?|implications?|causes?|weakness(?:es)?)(?:,? ?(?:and|\/|&|,)? ?(?:issues?|findings?|observations?|impacts?|risks?|implications?|causes?|effects?))*,? (?:and|\/|&) recommendations?$/u
/** "Response to recommendation", "Recommendation status": a column about recommendations that does not hold them. */
const ABOUT_WORDING =
  /\b(?:no|number|ref(?:erence)?|id|code|status|state|responses?|progress|updates?|dates?|due|owner|accepted\?|source|type|theme|category|priorit(?:y|ies)|rating|risk rating|count|total|against|implement(?:ed|ation)|made by|by whom|rationale|page|paragraph|para|previous|prior|title)\b/
/** Accepted, agreed or made: still the wording. */
const WORDING_AND_MORE = /^recommendations? (?:made|accepted|agreed|summary|details?)$/
const REF =
  /^(?:ref(?:erence)?(?: ?no)?|no|number|#|item|rec(?:ommendation)?(?: ?(?:no|number|ref(?:erence)?|#))|r|id|para(?:graph)?(?: no)?|s\/?n)$/
const OWNER =
  /^(?:(?:responsible )?(?:owner|officer|lead)s?(?:,| and| \/| &) (?:target |due |implementation |completion )?(?:dates?|timescales?|deadline)|responsib(?:le|ility)(?: .{2,40})?|(?:lead|action|risk|recommendation|named)? ?owner(?:ship)?|lead(?: .{2,30})?|who|by whom|addressee|action (?:by|for|officer)|accountable .{2,20}|responsible body|officer(?: responsible)?|organisation|directed to|body|agency)$/
const TIME =
  /^(?:(?:target|due|completion|implementation|agreed|proposed|planned|original|revised|delivery)(?: .{0,25})?(?: date| timescale| deadline)|timescales?(?: .{0,25})?|time ?frames?|deadlines?|by when|when|date (?:for|of) (?:completion|implementation)|date due|to be completed(?: by)?|completed by|target|due|completion date|implementation date|timelines?)$/
/** An auditor's table without the word: what was found, what is to be done, by whom and when. A plan of actions alone answers somebody else's report. */
const FINDING = /^(?:(?:audit|key|our|summary of|detailed) )*(?:findings?|issues?|observations?|weakness(?:es)?|risks?)(?: .{0,40})?$/
const SECOND_CHOICE =
  /^(?:agreed|required|recommended|proposed|management|corrective|remedial|further)? ?(?:management )?actions?(?: (?:required|needed|agreed|plan|points?|to be taken))?$/
const DETAIL = /^(?:details?|descriptions?|text|wording|what|task|summary)$/
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
    const named = wordingColumn(table, i, names, announced, tracker)
    const ref = find(REF) ?? (named !== wording ? named : announced === wording ? null : announced)
    const mixed = /^(?:issue|finding|observation|impact|risk|implication|cause|weakness)/.test(names[wording] ?? '')
    return {
      row: i,
      head: { wording, noun, mixed, ref, owner: find(OWNER), timescale: find(TIME) ?? dateAfter(names, wording), width: names.length },
    }
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
  const recommendations = columnOf(names, (n) => WORDING.test(n) && !ABOUT_WORDING.test(n)) ?? find(WORDING_AND_MORE)
  if (recommendations !== null) return recommendations
  // A column of numbers may be headed as areas; the wording stands beside it.
  const below = table.rows.slice(row + 1)
  if (announced !== null && (!below.length || below.some((r) => (r.cells[announced]?.text ?? '').split(' ').length > 3))) return announced
  const found = find(FINDING) !== null && (find(OWNER) !== null || find(TIME) !== null)
  const tracked = tracker && find(OWNER) !== null && (find(TIME) !== null || find(STATE) !== null)
  if (announced !== null || found || tracked) return find(SECOND_CHOICE) ?? (tracked ? find(DETAIL) : null)
  // "Rec" heads the references: what stands beside them under "Detail" is the wording.
  return find(/^rec(?:ommendation)?(?: ?(?:no|number|ref|#|id))?\.?$/) !== null ? find(DETAIL) : null
}

/** "Date" alone, beside the wording and after it, is when it is to be done. */
function dateAfter(names: string[], wording: number): number | null {
  const at = names.lastIndexOf('date')
  return at > wording ? at : null
}

/** A head over two columns, or over the references alone: the wording is in the column beside. */
function besideReferences(table: Table, row: number, names: string[], wording: number | null): number | null {
  if (wording === null || wording + 1 >= names.length) return wording
  const below = table.rows.slice(row + 1).map((r) => fold(r.cells[wording]?.text ?? ''))
  if (!below.length || !below.every((t) => t === '' || ONLY_REFERENCE.test(t))) return wording
  const beside = names.findIndex((n, k) => k > wording && (n === '' || WORDING.test(n)))
  return beside > 0 ? beside : wording
}
const ONLY_REFERENCE = /^(?:[\p{L}. ]{0,18}\d[\d.()/-]*[a-z]?[.)]?)$/u

function columnOf(names: string[], fits: (name: string) => boolean): number | null {
  const at = names.findIndex(fits)
  return at < 0 ? null : at
}
