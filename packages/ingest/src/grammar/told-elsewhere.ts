import { overlap } from '../document/words.ts'
import type { Candidate, Found } from './candidate.ts'

/** Below "What must we do better?" some reports tell what they found and say further on what is to be done; then only the latter is asked. */
export function withoutFindings(found: Found): Found {
  const asked = found.candidates.filter((c) => !c.findings)
  if (!asked.some((c) => c.directive)) return found
  const told = found.candidates.filter((c) => c.findings && c.soft)
  return without(found, told, 'a finding; the document says elsewhere what is to be done')
}

const SUMMARY = /\b(?:summary|key|main|headline|overview|at a glance)\b/i

/** Where the recommendations carry labels with numbers, an unnumbered list below "Key recommendations" tells them in short. */
export function withoutSummaries(found: Found): Found {
  const numbered = found.candidates.filter((c) => c.rule === 'run-in label' && c.ref !== null)
  const told = found.candidates.filter(
    (c) => c.ref === null && c.rule === 'bullet list' && c.section.slice(-2).some((h) => SUMMARY.test(h)),
  )
  if (numbered.length < 2) return withoutSummaryOfList(found, told)
  if (told.length > numbered.length * 1.5) return found
  return without(found, told, 'a summary of the numbered recommendations')
}

/** "Key recommendations" in bullets, and further on the numbered list itself, in other words. */
function withoutSummaryOfList(found: Found, told: Candidate[]): Found {
  const listed = found.candidates.filter((c) => c.rule === 'number list' && !c.section.slice(-2).some((h) => SUMMARY.test(h)))
  const again = told.filter((t) => listed.some((c) => overlap(c.text, t.text) > 0.4))
  return listed.length >= 2 && told.length <= listed.length * 1.5 && again.length >= told.length / 2
    ? without(found, told, 'a summary of the numbered recommendations')
    : found
}

/** Where three or more carry labels with numbers, what stands elsewhere without any is explanation, unless it asks in another kind of list. */
export function withoutUnlabelled(found: Found): Found {
  const numbered = found.candidates.filter((c) => c.rule === 'run-in label' && /\d/.test(c.ref ?? ''))
  if (numbered.length < 3) return found
  const loose = found.candidates.filter(
    (c) =>
      c.ref === null &&
      (c.rule === 'paragraphs below a heading' || (!c.directive && (c.rule === 'bullet list' || c.rule === 'table row'))) &&
      !c.children.length,
  )
  return without(found, loose, 'text without a label in a document that numbers its recommendations')
}

function without(found: Found, told: Candidate[], reason: string): Found {
  return {
    candidates: found.candidates.filter((c) => !told.includes(c)),
    refused: [...found.refused, ...told.map((c) => ({ text: c.text, page: c.at.page, reason }))],
  }
}
