import type { Block } from '../document/block.ts'
import type { Candidate, Found } from './candidate.ts'
import type { Evidence } from './evidence/evidence.ts'
import { genreOf } from './evidence/genre.ts'
import { observe } from './evidence/observe.ts'
import { BAR, confidenceOf, FITTED, NEAR, why, whyNot, type Weights } from './evidence/weigh.ts'
import { findCandidates } from './find-candidates.ts'
import { isFirstPerson } from './first-person.ts'
import { readClosingParagraphs } from './closing-paragraphs.ts'
import { readLooseLists } from './loose-lists.ts'
import { readProse } from './prose.ts'

export type Weighed = { proposed: Candidate[]; refused: Found['refused']; all: Candidate[] }

/**
 * Everything in a document that may be a recommendation, with the evidence for and against it added up: what lies above the bar is
 * proposed, what lies near it is listed with the reason against it.
 */
export function weighedCandidates(blocks: Block[], title: string | null, weights: Weights = FITTED): Weighed {
  const genre = genreOf(blocks)
  const found = findCandidates(blocks)
  const listed = weighAll(found.candidates, genre, weights)
  const prose = isGuidance(title, blocks) ? [] : weighAll(readProse(blocks), genre, weights)
  const instead = insteadOfLists(above(listed), above(prose))
  const used = instead ? prose : listed
  const loose = withTheirList(
    weighAll(
      readUnannounced(blocks, isTaken(used, found)),
      [...genre, ...(!instead && above(listed).length ? (['listedElsewhere'] as const) : [])],
      weights,
    ),
  )
  const proposed = [...above(used), ...above(loose)]
  const reason = instead
    ? 'part of the running text, in which the document recommends sentence by sentence'
    : 'recommends in running text; the document lists its recommendations elsewhere'
  return {
    proposed,
    refused: [
      ...found.refused,
      ...[...used, ...loose].filter((c) => c.confidence < BAR && c.confidence >= NEAR).map((c) => refusal(c, whyNot(c.evidence, weights))),
      ...(instead ? listed : prose).map((c) => refusal(c, reason)),
    ],
    all: [...listed, ...prose, ...loose],
  }
}

/** Of a list whose members are mostly above the bar, one that lies below it by little goes with them. */
const LITTLE = 0.3
const MOST = 0.6
function withTheirList(loose: Candidate[]): Candidate[] {
  return loose.map((c) => {
    const siblings = loose.filter((s) => s.region === c.region)
    const goes = c.confidence >= LITTLE && above(siblings).length >= siblings.length * MOST
    return goes ? { ...c, confidence: Math.max(c.confidence, BAR) } : c
  })
}

/** Lists first; then what ends a section, where no list was read. */
function readUnannounced(blocks: Block[], taken: (paragraph: number) => boolean): Candidate[] {
  const lists = readLooseLists(blocks, taken)
  return lists.length ? lists : readClosingParagraphs(blocks, taken)
}

const refusal = (c: Candidate, reason: string) => ({ text: c.text, page: c.at.page, reason })
const above = (candidates: Candidate[]) => candidates.filter((c) => c.confidence >= BAR)

function weighAll(candidates: Candidate[], genre: Evidence[], weights: Weights): Candidate[] {
  return candidates.map((c) => {
    const evidence = observe(c, genre)
    return { ...c, evidence, confidence: confidenceOf(evidence, weights), why: why(evidence, weights) }
  })
}

/** Where a list or a label was read, nothing is read a second time. */
function isTaken(used: Candidate[], found: Found): (paragraph: number) => boolean {
  const paragraphs = new Set<number>()
  const take = (c: Candidate): void => {
    paragraphs.add(c.at.paragraph)
    c.children.forEach(take)
  }
  for (const c of [...used, ...found.candidates]) take(c)
  return (paragraph) => paragraphs.has(paragraph)
}

const GUIDANCE = /\b(?:guidance|guide|handbook|code of practice|toolkit|manual|advice)\b/i

/** Guidance recommends to its readers. */
const isGuidance = (title: string | null, blocks: Block[]) =>
  GUIDANCE.test([title ?? '', ...blocks.slice(0, 3).flatMap((b) => (b.kind === 'heading' ? [b.text] : []))].join(' '))

/**
 * Running text speaks where nothing is listed, and where a report recommends sentence by sentence: then its numbered paragraphs and the
 * lists that such a sentence opens are that text itself.
 */
function insteadOfLists(listed: Candidate[], prose: Candidate[]): boolean {
  const sentences = prose.filter((p) => isFirstPerson(p.text))
  const ofTheText = (c: Candidate) => c.rule === 'decimal list' || c.section.some((h) => isFirstPerson(h))
  if (prose.length >= 2 && prose.length > listed.length && listed.every((c) => c.rule === 'paragraphs below a heading')) return true
  return !listed.length || (sentences.length >= 3 && listed.every((c) => ofTheText(c) || sentences.some((s) => s.text.includes(c.text))))
}
