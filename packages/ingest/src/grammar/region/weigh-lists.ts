import type { Candidate, Found } from '../candidate.ts'
import { asksAtOnce, isNarrative } from '../asking/asks.ts'
import { DECISION } from '../exclusions.ts'
import { asksItself, recommendingPart } from '../first-person.ts'
import type { RegionState } from './region-state.ts'

/** Weighs what was read: a list whose items mostly ask for nothing is no list of recommendations, however it is headed. */
export function weighLists(state: RegionState): Found {
  const refused = [...state.refused]
  const refuse = (list: Candidate[], reason: string) => refused.push(...list.map((c) => ({ text: c.text, page: c.at.page, reason })))
  const decisions = state.refused.filter((r) => r.reason === DECISION || r.reason === 'a resolution of a meeting').length
  const lists = state.lists.flatMap((list) => {
    if (decisions && decisions >= list.length) {
      refuse(list, 'stands among decisions sought from a meeting')
      return []
    }
    if (isQuotation(list)) {
      refuse(list, 'quoted from another document')
      return []
    }
    const { kept, dropped, reason } = state.led.has(list) ? KEEP(list) : weigh(list, state)
    refuse(dropped, reason)
    return kept
  })
  // Where the items carry labels of their own, unlabelled text between them is explanation.
  if (state.runIns.length >= 2 || (state.runIns.length === 1 && !lists.length)) {
    refuse([...lists, ...state.paragraphs], 'stands between labelled recommendations')
    return { candidates: state.runIns, refused }
  }
  if (!lists.length) {
    const areas = state.paragraphs.filter((p) => p.findings)
    const told = areas.length < 2 ? areas : []
    refuse(told, 'text below the heading that asks for nothing')
    return { candidates: [...state.runIns, ...state.paragraphs.filter((p) => !told.includes(p))], refused }
  }
  if (lists.every((c) => c.rule === 'run-in list'))
    return { candidates: [...state.runIns, ...lists, ...state.paragraphs].sort((a, b) => a.at.paragraph - b.at.paragraph), refused }
  refuse(
    state.paragraphs.filter((p) => !p.children.length),
    'text around a list',
  )
  const nested = state.paragraphs.filter((p) => p.children.length)
  return { candidates: [...state.runIns, ...lists, ...nested].sort((a, b) => a.at.paragraph - b.at.paragraph), refused }
}

type Weighed = { kept: Candidate[]; dropped: Candidate[]; reason: string }
const KEEP = (kept: Candidate[]): Weighed => ({ kept, dropped: [], reason: '' })

function weigh(list: Candidate[], { announced }: RegionState): Weighed {
  if (!list.length) return KEEP([])
  const asking = list.filter((c) => c.directive || c.children.some((k) => k.directive)).length
  if (announced.mixed && list.some((c) => c.rule !== 'table row'))
    return {
      kept: list.filter((c) => c.directive),
      dropped: list.filter((c) => !c.directive),
      reason: 'a conclusion in a list of conclusions and recommendations',
    }
  // Paragraphs of a report that numbers all its paragraphs: each has to ask for itself.
  if (!announced.noun && list.every((c) => c.rule === 'decimal list'))
    return {
      kept: list.filter((c) => asksItself(c.text)).map(fromWhereItAsks),
      dropped: list.filter((c) => !asksItself(c.text)),
      reason: 'a numbered paragraph of the report that asks for nothing',
    }
  const end = endOfInstructions(list)
  if (end < list.length)
    return { kept: list.slice(0, end), dropped: list.slice(end), reason: 'the numbered text of the report that goes on after the list' }
  const story = list.filter((c) => isNarrative(c.text) || isStory(c.text)).length
  if (announced.soft && story >= list.length * 0.6) return KEEP(list.map((c) => ({ ...c, findings: true, soft: true })))
  const telling = list.filter((c) => isNarrative(c.text)).length
  if (announced.noun && asking < list.length * 0.5 && telling >= list.length * 0.6)
    return KEEP(list.map((c) => ({ ...c, findings: true, soft: announced.soft })))
  if (announced.noun || asking >= list.length * 0.34) return KEEP(list)
  return { kept: [], dropped: list, reason: 'the list asks for nothing' }
}

/** Where a list of instructions ends and only long narratives follow: numbered paragraphs of the report's text count on after its recommendations. */
function endOfInstructions(list: Candidate[]): number {
  const asking = list.filter((c) => asksAtOnce(c.text) || c.children.length).length
  const last = list.findLastIndex((c) => asksAtOnce(c.text) || c.children.length || !isLongNarrative(c.text))
  return asking >= 2 && list.length - last - 1 >= 2 && list[0]?.ref !== null ? last + 1 : list.length
}

/** Two sentences or more of which the first asks for nothing. */
const isStory = (text: string) => text.split(/[.!?] (?=[A-Z‘])/).length >= 2 && !asksAtOnce(text)
const isLongNarrative = (text: string) => text.length > 250 && text.split(/[.!?] (?=[A-Z])/).length >= 2

/** Of a numbered paragraph that tells first and recommends then, the recommending sentence and what follows it. */
function fromWhereItAsks(c: Candidate): Candidate {
  const part = asksAtOnce(c.text) ? null : recommendingPart(c.text)
  return part ? { ...c, text: part } : c
}

/** A list that opens with a quotation mark and closes it items later is another document's. */
function isQuotation(list: Candidate[]): boolean {
  const first = list[0]?.text ?? ''
  return list.length > 1 && /^[“"]/.test(first) && !/[”"]/.test(first.slice(1)) && list.slice(1).some((c) => /[”"]\.?$/.test(c.text))
}
