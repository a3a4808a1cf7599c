import type { DocumentText } from './document/block.ts'
import { fold } from './document/words.ts'
import { readDetails } from './details/read-details.ts'
import { readGrades } from './grades/read-grades.ts'
import { addresseeOf } from './grammar/addressee.ts'
import type { Candidate } from './grammar/candidate.ts'
import { addressedBody, nameAtStart } from './grammar/asking/addressed-body.ts'
import { headNamesBody } from './grammar/asking/bodies.ts'
import { FITTED, type Weights } from './grammar/evidence/weigh.ts'
import { isBodyName } from './grammar/addressed-lines.ts'
import { subjectOf } from './grammar/owner.ts'
import { weighedCandidates } from './grammar/weighed-candidates.ts'
import { withoutRepetitions } from './grammar/repetitions.ts'
import { inBlocks } from './grammar/blocks/in-blocks.ts'
import { gradeTimescale, timescaleInWording } from './grammar/timescale.ts'
import type { ProposedRecommendation, Reading } from './reading.ts'

/** The whole way from a document's blocks to proposals; pure, the same answer for the same blocks. */
export function propose(document: DocumentText, weights: Weights = FITTED): Reading {
  const blocks = inBlocks(document.blocks)
  const report = readDetails(document, blocks)
  const weighed = weighedCandidates(blocks, report.title, weights)
  const { kept, repeated } = withoutRepetitions(weighed.proposed.map(withRefAtEnd))
  const addressee = addresseeOf(blocks)
  const recommendations = kept.sort((a, b) => a.at.paragraph - b.at.paragraph).map((c) => proposal(c, addressee(c)))
  return {
    report,
    recommendations,
    grades: readGrades(blocks),
    notProposed: [
      ...weighed.refused.map((r) => ({ ...r, text: fold(r.text) })),
      ...repeated.map((r) => ({
        text: r.twin.text,
        page: r.twin.at.page,
        reason: `says again what is proposed from ${r.of.at.page ? `page ${r.of.at.page}` : 'another place'}`,
      })),
      ...document.leftOut,
    ],
  }
}

/** "... (A-09-114)", "... (Recommendation 2)": the reference stands after the wording. */
const REF_AT_END = /\s*\((Recommendation \d{1,3}|Rec\.? \d{1,3}|\p{Lu}{1,3}-?\d{2}-\d{1,3}|\d{2,4}\/\d{2,4})\)\.?$/u

function withRefAtEnd(c: Candidate): Candidate {
  const match = c.ref === null && c.children.length === 0 ? REF_AT_END.exec(c.text) : null
  return match ? { ...c, ref: match[1] ?? null, text: c.text.slice(0, match.index).trim() } : c
}

/** "We recommend that:" and in the list "the three councils agree on ...": the item begins with whom the sentence asks. */
function named(c: Candidate): string | null {
  const name = c.evidence.includes('opened') ? nameAtStart(c.text.replace(/^that /i, '')) : null
  return name && headNamesBody(name) && !/^(?:find|note)\b/.test(c.text.slice(name.length + 1)) ? name : null
}

const ORDERED_BY_BODY = /^(?:table row|record with an answer|listed reference)$/

function proposal(
  c: Candidate,
  owners: { list: string | null; ignored: (subject: string) => boolean },
  nested = false,
): ProposedRecommendation {
  // A matter of concern is a finding: the people it mentions are not asked, and its times are not deadlines.
  const tells = c.kind === 'matters of concern'
  const subject = nested || tells ? null : (addressedBody(c.text) ?? subjectOf(c.text, c.kind === 'areas for improvement') ?? named(c))
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
    confidence: Math.round(c.confidence * 100) / 100,
    reason: `${c.reason} (${c.rule}${c.why ? `; ${c.why}` : ''})`,
  }
}
