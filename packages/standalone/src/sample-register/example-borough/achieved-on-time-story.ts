import type { SampleStep } from '../steps/step.ts'
import { cabinet, cabinetMember, committee, decidedOn, director, nothingMore } from './borough.ts'
import { exampleReports } from './reports.ts'
import { storyOf } from './tell.ts'

const r7 = storyOf(exampleReports, 'EX2024-R7')

/** The plain case: accepted, done before its date, borne out by those whom it is for, agreed and concluded. */
export const achievedOnTimeStory: readonly SampleStep[] = [
  r7('response', 'GiveResponse', '2024-09-10', { ...cabinet, response: 'ACCEPTED', wording: null, reasons: null }, cabinetMember),
  r7(
    'evidence',
    'AttachEvidence',
    '2025-02-11',
    {
      evidenceId: 'cards',
      digest: `sha256:${'c'.repeat(64)}`,
      form: 'FILE',
      mediaType: 'application/pdf',
      address: null,
      name: 'What children wrote on their cards',
      location: 'Shared drive, reviews',
      shows: 'USER_VOICE',
      words: 'In January 41 of 44 children were asked; 38 say that their point was talked of.',
    },
    director,
  ),
  r7(
    'proposal',
    'ProposeAssessment',
    '2025-03-04',
    {
      proposalId: 'march-2025',
      category: '1',
      ...nothingMore,
      completedOn: '2025-01-31',
      evidence: ['cards'],
      words: 'In use for every review since the end of January.',
    },
    cabinetMember,
  ),
  r7('agreed', 'AgreeAssessment', '2025-03-18', { proposalId: 'march-2025', decision: decidedOn('2025-03-18', 4) }, committee),
  r7(
    'concluded',
    'ConcludeTracking',
    '2025-03-18',
    { reason: 'ACHIEVED', explanation: 'Achieved in time.', supersededBy: null, decision: decidedOn('2025-03-18', 4) },
    committee,
  ),
]
