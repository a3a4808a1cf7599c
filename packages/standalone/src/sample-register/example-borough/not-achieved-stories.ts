import type { SampleStep } from '../steps/step.ts'
import {
  cabinet,
  cabinetMember,
  committee,
  decidedOn,
  director,
  healthBoard,
  healthBoardAsked,
  nothingMore,
  transportHead,
  decidedByHealth,
  healthCommittee,
} from './borough.ts'
import { exampleReports } from './reports.ts'
import { entryOf, storyOf, streamOf } from './tell.ts'

const r3 = storyOf(exampleReports, 'EX2024-R3')
/** An extension refused, progress proposed, the committee's own harder assessment instead, dissent, and an escalation. */
const mentors: readonly SampleStep[] = [
  r3(
    'response',
    'GiveResponse',
    '2024-09-10',
    {
      response: 'ACCEPTED_IN_PART',
      ...cabinet,
      wording: 'Up to the age of 21.',
      reasons: 'There are not yet enough mentors for all ages.',
    },
    cabinetMember,
  ),
  r3(
    'early-request',
    'RequestCompletionDateRevision',
    '2025-01-14',
    { requestId: 'three-months', date: '2025-06-30', reason: 'Training takes longer than planned.' },
    cabinetMember,
  ),
  r3(
    'early-request-withdrawn',
    'WithdrawRevisionRequest',
    '2025-02-11',
    { requestId: 'three-months', reason: 'Three months would not be enough.' },
    cabinetMember,
  ),
  r3(
    'request',
    'RequestCompletionDateRevision',
    '2025-02-25',
    { requestId: 'another-year', date: '2025-12-31', reason: 'Few mentors have come forward.' },
    cabinetMember,
  ),
  r3(
    'refused',
    'RefuseCompletionDateRevision',
    '2025-03-18',
    { requestId: 'another-year', reason: 'No plan came with the request.', decision: decidedOn('2025-03-18', 6) },
    committee,
  ),
  r3(
    'update',
    'UpdateProgress',
    '2025-04-29',
    {
      updateId: 'april-2025',
      words: 'Eleven mentors are trained; nine care leavers have met theirs.',
      claim: 'IN_PROGRESS',
      completedOn: null,
      reportedTo: "Children's Scrutiny Committee",
    },
    director,
  ),
  r3(
    'first-proposal',
    'ProposeAssessment',
    '2025-04-30',
    {
      proposalId: 'first-of-2025',
      category: '3',
      ...nothingMore,
      anticipatedCompletionDate: '2025-09-30',
      words: 'Eleven mentors are trained.',
    },
    cabinetMember,
  ),
  r3(
    'first-proposal-withdrawn',
    'WithdrawProposal',
    '2025-05-02',
    { proposalId: 'first-of-2025', reason: 'The date expected was too early.' },
    cabinetMember,
  ),
  r3(
    'proposal',
    'ProposeAssessment',
    '2025-05-06',
    {
      proposalId: 'may-2025',
      category: '3',
      ...nothingMore,
      anticipatedCompletionDate: '2025-11-30',
      words: 'Eleven mentors are trained.',
    },
    cabinetMember,
  ),
  r3(
    'own',
    'MakeCommitteeAssessment',
    '2025-05-20',
    {
      insteadOf: 'may-2025',
      category: '5',
      ...nothingMore,
      anticipatedCompletionDate: '2025-11-30',
      words: 'Eleven mentors for ninety care leavers is not enough progress.',
      decision: decidedOn('2025-05-20', 4),
    },
    committee,
  ),
  r3(
    'dissent',
    'RecordDissent',
    '2025-05-20',
    { words: 'Progress was made, and 3 would have been right.', by: 'The minority group', decision: decidedOn('2025-05-20', 4) },
    committee,
  ),
  r3(
    'needed',
    'RecordStillNeeded',
    '2025-05-20',
    { words: 'How many care leavers asked for a mentor, and how many have one.', decision: decidedOn('2025-05-20', 4) },
    committee,
  ),
  r3(
    'escalated',
    'Escalate',
    '2026-02-24',
    { body: 'Example Borough Council', reason: 'The date that was hoped for has passed as well.' },
    committee,
  ),
]

const r4 = storyOf(exampleReports, 'EX2024-R4')
const asked = { receivedOn: '2024-07-17', noticeOn: '2024-07-19', printedDueOn: null } as const
/** Asked of two bodies, each with its own clock, which answer differently; an obstacle, agreed as one. The committee keeps it open. */
const sharedRecord: readonly SampleStep[] = [
  r4('notice', 'RequireResponse', '2024-07-19', { ...cabinet, of: 'EXECUTIVE', ...asked }),
  r4('notice-health', 'RequireResponse', '2024-07-19', { ...healthBoardAsked, of: 'HEALTH_BODY', ...asked }),
  r4(
    'response-health',
    'GiveResponse',
    '2024-09-03',
    {
      ...healthBoardAsked,
      response: 'ACCEPTED_IN_PART',
      wording: 'Share the record of children in care.',
      reasons: 'The board will not share the records of other children without an agreement on data.',
    },
    healthBoard,
  ),
  r4('response', 'GiveResponse', '2024-09-10', { ...cabinet, response: 'ACCEPTED', wording: null, reasons: null }, cabinetMember),
  r4('amended', 'AmendWording', '2024-09-17', {
    wording: 'Let social workers and health visitors see the same short record of a child, where a parent agrees.',
    reason: 'The two bodies accept it in these words.',
  }),
  r4('tracked-by-health', 'TakeOnTracking', '2024-09-24', { decision: decidedByHealth('2024-09-24', 5) }, healthCommittee),
  r4(
    'update',
    'UpdateProgress',
    '2025-06-03',
    {
      updateId: 'june-2025',
      words: 'The record is built; the health board has not signed.',
      claim: 'IN_PROGRESS',
      completedOn: null,
      reportedTo: "Children's Scrutiny Committee",
    },
    director,
  ),
  r4(
    'proposal',
    'ProposeAssessment',
    '2025-09-02',
    {
      proposalId: 'september-2025',
      category: '4',
      ...nothingMore,
      obstacle: 'The health board will not sign the agreement on sharing data.',
      words: 'Built, and not in use.',
    },
    cabinetMember,
  ),
  r4('agreed', 'AgreeAssessment', '2025-09-16', { proposalId: 'september-2025', decision: decidedOn('2025-09-16', 5) }, committee),
  r4(
    'needed',
    'RecordStillNeeded',
    '2025-09-16',
    { words: "The health board's reasons, in writing.", decision: decidedOn('2025-09-16', 5) },
    committee,
  ),
]

const r5 = storyOf(exampleReports, 'EX2024-R5')
/** Not accepted by the executive, with its reasons, and concluded as such. */
const youthCentres: readonly SampleStep[] = [
  r5(
    'response',
    'GiveResponse',
    '2024-09-10',
    {
      response: 'NOT_ACCEPTED',
      ...cabinet,
      wording: null,
      reasons: 'Four evenings are used; three stand empty.',
    },
    cabinetMember,
  ),
  r5(
    'concluded',
    'ConcludeTracking',
    '2024-10-15',
    { reason: 'NOT_ACCEPTED', explanation: 'The committee heard the reasons.', supersededBy: null, decision: decidedOn('2024-10-15', 8) },
    committee,
  ),
]

const r6 = storyOf(exampleReports, 'EX2024-R6')
const r6Stream = streamOf(exampleReports, 'EX2024-R6')
const asPlan = (words: string) => ({ kind: 'REPLACE', fields: { words } }) as const
/** A correction, and the correction of that correction; then progress, agreed. */
const appeals: readonly SampleStep[] = [
  r6('response', 'GiveResponse', '2024-09-10', { ...cabinet, response: 'ACCEPTED', wording: null, reasons: null }, cabinetMember),
  r6(
    'update',
    'UpdateProgress',
    '2025-06-10',
    {
      updateId: 'june-2025',
      words: '7 of 24 appeals were decided in ten days.',
      claim: 'IN_PROGRESS',
      completedOn: null,
      reportedTo: "Children's Scrutiny Committee",
    },
    transportHead,
  ),
  r6('correction', 'CorrectEntry', '2025-06-24', {
    entry: entryOf(r6Stream, 'EX2024-R6/update'),
    reason: 'A digit was lost.',
    change: asPlan('17 of 24 appeals were decided in ten days.'),
  }),
  r6('corrected-correction', 'CorrectEntry', '2025-07-01', {
    entry: entryOf(r6Stream, 'EX2024-R6/correction'),
    reason: 'One appeal was counted twice.',
    change: { kind: 'REPLACE', fields: { change: asPlan('16 of 24 appeals were decided in ten days.') } },
  }),
  r6(
    'proposal',
    'ProposeAssessment',
    '2025-10-28',
    {
      proposalId: 'october-2025',
      category: '3',
      ...nothingMore,
      anticipatedCompletionDate: '2026-12-18',
      words: 'Two in three are decided in time.',
    },
    cabinetMember,
  ),
  r6('agreed', 'AgreeAssessment', '2025-11-18', { proposalId: 'october-2025', decision: decidedOn('2025-11-18', 5) }, committee),
]

export const notAchievedStories: readonly SampleStep[] = [...mentors, ...sharedRecord, ...youthCentres, ...appeals]
