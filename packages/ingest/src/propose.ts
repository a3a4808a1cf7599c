import type { Block, DocumentText } from './document/block.ts'
import { fold } from './document/words.ts'
import { readDetails } from './details/read-details.ts'
import { readGrades } from './grades/read-grades.ts'
import { addresseeOf } from './grammar/addressee.ts'
import type { Candidate } from './grammar/candidate.ts'
import { findCandidates } from './grammar/find-candidates.ts'
import { addressedBody } from './grammar/asking/addressed-body.ts'
import { isBodyName, subjectOf } from './grammar/owner.ts'
import { isFirstPerson } from './grammar/first-person.ts'
import { readProse } from './grammar/prose.ts'
import { withoutRepetitions } from './grammar/repetitions.ts'
import { inBlocks } from './grammar/blocks/in-blocks.ts'
import { gradeTimescale, timescaleInWording } from './grammar/timescale.ts'
import type { ProposedRecommendation, Reading } from './reading.ts'

/** The whole way from a document's blocks to proposals; pure, the same answer for the same blocks. */
export function propose(document: DocumentText): Reading {
  const blocks = inBlocks(document.blocks)
  const report = readDetails(document, blocks)
  const found = findCandidates(blocks)
  // Guidance recommends to its readers.
  const prose = isGuidance(report.title, blocks) ? [] : readProse(blocks)
  const listed = insteadOfLists(found.candidates, prose) ? prose : found.candidates
  const { kept, repeated } = withoutRepetitions(listed)
  const addressee = addresseeOf(blocks)
  const recommendations = kept.sort((a, b) => a.at.paragraph - b.at.paragraph).map((c) => proposal(c, addressee(c)))
  const page = (c: Candidate) => c.at.page
  return {
    report,
    recommendations,
    grades: readGrades(blocks),
    notProposed: [
      ...found.refused.map((r) => ({ ...r, text: fold(r.text) })),
      ...repeated.map((r) => ({
        text: r.twin.text,
        page: page(r.twin),
        reason: `says again what is proposed from ${page(r.of) ? `page ${page(r.of)}` : 'another place'}`,
      })),
      ...(listed === prose ? found.candidates : prose).map((p) => ({
        text: p.text,
        page: p.at.page,
        reason:
          listed === prose
            ? 'part of the running text, in which the document recommends sentence by sentence'
            : 'recommends in running text; the document lists its recommendations elsewhere',
      })),
      ...document.leftOut,
    ],
  }
}

const GUIDANCE = /\b(?:guidance|guide|handbook|code of practice|toolkit|manual|advice)\b/i

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

const ORDERED_BY_BODY = /^(?:table row|record with an answer|listed reference)$/

function proposal(
  c: Candidate,
  owners: { list: string | null; ignored: (subject: string) => boolean },
  nested = false,
): ProposedRecommendation {
  // A matter of concern is a finding: whoever it speaks of is not the one who is asked, and its times are no deadlines.
  const tells = c.kind === 'matters of concern'
  const subject = nested || tells ? null : (addressedBody(c.text) ?? subjectOf(c.text, c.kind === 'areas for improvement'))
  const body = ORDERED_BY_BODY.test(c.rule) ? (c.section.findLast((h) => isBodyName(h)) ?? null) : null
  const owner = c.owner ?? (subject && !owners.ignored(subject) ? subject : null) ?? c.headingOwner ?? owners.list ?? body
  const timescale = c.timescale ?? (nested || tells ? null : timescaleInWording(c.text))
  const graded = gradeTimescale(timescale)
  return {
    ref: c.ref,
    text: c.text,
    timescale,
    timescaleGrade: graded.grade,
    timescaleMonths: graded.months,
    owner: nested ? null : owner,
    section: c.section.length ? c.section.join(' / ') : null,
    page: c.at.page,
    paragraph: c.at.paragraph,
    passage: c.text.slice(0, 300),
    children: c.children.map((k) => proposal({ ...k, timescale: k.timescale }, owners, true)),
    confidence: Math.round(c.confidence * (c.directive || c.children.length ? 1 : 0.9) * 100) / 100,
    reason: `${c.reason} (${c.rule}${c.directive ? '; it asks for something in so many words' : ''})`,
  }
}

export type { Block }
