import type { Candidate, Found } from '../candidate.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { asksAtOnce, formOfAsking, isNarrative, isPresentDuty } from '../asking/asks.ts'
import { DECISION } from '../exclusions.ts'
import { asksItself, recommendingPart } from '../first-person.ts'
import type { RegionState } from './region-state.ts'

/**
 * Says of each list and paragraph of a region what speaks for and against its members: how the list was announced, how much of it asks,
 * where it ends. Left out here is only what is plainly another's: quotations, and what stands among decisions sought from a meeting.
 */
export function weighLists(state: RegionState): Found {
  const refused = [...state.refused]
  const refuse = (list: Candidate[], reason: string) => refused.push(...list.map((c) => ({ text: c.text, page: c.at.page, reason })))
  const decisions = state.refused.filter((r) => r.reason === DECISION || r.reason === 'a resolution of a meeting').length
  const lists = state.lists.flatMap((list) => {
    const reason =
      decisions && decisions >= list.length
        ? 'stands among decisions sought from a meeting'
        : isQuotation(list)
          ? 'quoted from another document'
          : null
    if (reason) refuse(list, reason)
    return reason ? [] : observed(list, state)
  })
  const announced = announcedBy(state)
  const runIns = state.runIns.map((c) => saying(c, announced))
  // Where the items carry labels of their own, unlabelled text between them is explanation.
  if (state.runIns.length >= 2 || (state.runIns.length === 1 && !lists.length)) {
    refuse([...lists, ...state.paragraphs], 'stands between labelled recommendations')
    return { candidates: runIns, refused }
  }
  const areas = state.paragraphs.filter((p) => p.findings)
  const told = !lists.length && areas.length < 2 ? areas : []
  refuse(told, 'text below the heading that asks for nothing')
  const around = lists.length > 0 && !lists.every((c) => c.rule === 'run-in list')
  const beside = around
    ? state.paragraphs.filter((p) => !p.children.length && (p.findings || !asksAtOnce(p.text) || isAside(p, lists) || headsAPart(p, lists)))
    : []
  refuse(beside, 'text around a list')
  const paragraphs = state.paragraphs
    .filter((p) => !told.includes(p) && !beside.includes(p))
    .map((p) => saying(p, around && !p.children.length ? [...announced, ...besideAList(p, lists)] : announced))
  return { candidates: [...runIns, ...lists, ...paragraphs].sort((a, b) => a.at.paragraph - b.at.paragraph), refused }
}

/** "Enable children to live in permanent homes" between items that end in a stop: the heading of a part of the list. */
const headsAPart = (p: Candidate, lists: Candidate[]) =>
  !/[.;:!?)”’"]$/.test(p.text) && lists.filter((c) => /[.;]$/.test(c.text)).length >= lists.length * 0.6

/** After the list and in another form than its items: "An external review should be undertaken ..." below instructions. */
const isAside = (p: Candidate, lists: Candidate[]) =>
  besideAList(p, lists).filter((e) => e === 'afterTheList' || e === 'unlikeTheList').length === 2

/** Where a paragraph stands beside the list of its region, and whether it asks as the list does. */
function besideAList(p: Candidate, lists: Candidate[]): Evidence[] {
  const form = formOfAsking(p.text)
  const alike = lists.filter((c) => formOfAsking(c.text) === form).length >= lists.length / 2 || form === 'recommendation'
  const after = p.at.paragraph > Math.max(...lists.map((c) => c.at.paragraph))
  return [after ? 'afterTheList' : 'aroundAList', ...(alike ? [] : (['unlikeTheList'] as const))]
}

const saying = (c: Candidate, evidence: Evidence[]): Candidate => ({ ...c, evidence: [...c.evidence, ...evidence] })

function announcedBy({ announced, bySentence }: RegionState): Evidence[] {
  return [bySentence ? 'opened' : 'announced', ...(announced.noun ? (['announcedAsWork'] as const) : [])]
}

/** The evidence that a list's own members give for one another. */
function observed(list: Candidate[], state: RegionState): Candidate[] {
  const { announced } = state
  const led = state.led.has(list)
  const duties = announced.kind === 'recommendations' && !announced.mixed ? list.filter((c) => c.directive || isPresentDuty(c.text)) : []
  if (duties.length === list.length) for (const c of duties) Object.assign(c, { directive: true, evidence: [...c.evidence, 'resolved'] })
  const asking = list.filter((c) => c.directive || c.children.some((k) => k.directive)).length
  const common: Evidence[] = announcedBy(state)
  if (led) common.push('opened')
  if (state.recommended.has(list)) common.push('openedAsRecommended')
  const alone = [...common]
  if (asking < list.length * 0.34 && !announced.noun && !led && !state.recommended.has(list)) common.push('listAsksNothing')
  if (asking >= list.length * 0.34) common.push('siblingsAsk')
  if (asking >= list.length * 0.6) common.push('siblingsMostlyAsk')
  const found = list.map((c) => ({ ...c, evidence: [...c.evidence, ...common] }))
  if (led) return found
  const personal = list.some((c) => /^I (?:\w+ )?recommend\b/.test(c.text))
  if (announced.mixed && list.some((c) => c.rule !== 'table row'))
    return found.map((c) =>
      (c.directive || isReferenced(c)) && !(personal && !/\brecommend/i.test(c.text)) ? c : { ...c, evidence: [...alone, 'conclusion'] },
    )
  // Paragraphs of a report that numbers all its paragraphs: each has to ask for itself.
  if (!announced.noun && list.every((c) => c.rule === 'decimal list'))
    return found.map((c) => (asksItself(c.text) ? fromWhereItAsks(c) : { ...c, evidence: [...alone, 'textParagraph'] }))
  const end = endOfInstructions(list)
  if (end < list.length) return found.map((c, i) => (i < end ? c : { ...c, evidence: [...alone, 'afterTheList'] }))
  const story = list.filter((c) => isNarrative(c.text) || isStory(c.text)).length
  if (announced.soft && story >= list.length * 0.6) return found.map((c) => ({ ...c, findings: true, soft: true }))
  const telling = list.filter((c) => isNarrative(c.text)).length
  const tells = announced.noun && asking < list.length * 0.5 && telling >= list.length * 0.6
  return tells ? found.map((c) => ({ ...c, findings: true, soft: announced.soft })) : found
}

/** "R2" among findings "F2": its own reference says what it is. */
const isReferenced = (c: Candidate) => /^R(?:ec)?[ .-]?\d/i.test(c.ref ?? '')

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
