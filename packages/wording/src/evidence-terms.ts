import type { EvidenceAttached, ExemptionGround, ExemptPart } from '@outstanding/domain'
import type { Terms } from './terms.ts'

/* The words of evidence and of what is exempt, as in `terms.ts`. */

export const evidenceForms: Terms<EvidenceAttached['data']['form']> = {
  FILE: 'file',
  APPENDIX: 'appendix',
  VISIT: 'visit',
  ORAL_REPORT: 'oral report',
  WEB_PAGE: 'web page',
}
export const evidenceKinds: Terms<EvidenceAttached['data']['shows']> = {
  OUTPUT: 'activity',
  OUTCOME: 'outcome',
  ASSURANCE: 'assurance',
  USER_VOICE: 'the views of users',
  CONTEXT: 'context only',
}
/** What is exempt, for "exempt: text, evidence". */
export const exemptParts: Terms<ExemptPart> = { TEXT: 'text', EVIDENCE: 'evidence', APPENDIX: 'appendix' }
/** The grounds of the Local Government Act 1972. */
export const exemptionGrounds: Terms<ExemptionGround> = {
  SCHEDULE_12A_1: 'paragraph 1 of Schedule 12A (information relating to an individual)',
  SCHEDULE_12A_2: 'paragraph 2 of Schedule 12A (information likely to reveal the identity of an individual)',
  SCHEDULE_12A_3: 'paragraph 3 of Schedule 12A (financial or business affairs)',
  SCHEDULE_12A_4: 'paragraph 4 of Schedule 12A (labour relations consultations or negotiations)',
  SCHEDULE_12A_5: 'paragraph 5 of Schedule 12A (legal professional privilege)',
  SCHEDULE_12A_6: 'paragraph 6 of Schedule 12A (a notice, order or direction that is proposed)',
  SCHEDULE_12A_7: 'paragraph 7 of Schedule 12A (prevention, investigation or prosecution of crime)',
  CONFIDENTIAL: 'confidential information under section 100A(3)',
}
