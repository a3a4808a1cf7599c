import type { SampleStep } from '../steps/step.ts'
import { cabinetMember, committee, decidedOn, director, transportHead } from './borough.ts'
import { exampleReports } from './reports.ts'
import { entryOf, storyOf, streamOf } from './tell.ts'
import { madeUp } from '../steps/step.ts'

const digest = (digit: string): string => `sha256:${digit.repeat(64)}`
const none = { completedOn: null, anticipatedCompletionDate: null, obstacle: null, evidence: [] } as const

const r1 = storyOf(exampleReports, 'EX2024-R1')
/** Achieved on time, concluded, and reopened when what was achieved did not last. */
const waitingTimes: readonly SampleStep[] = [
  r1('notice', 'RequireResponse', '2024-07-19', { receivedOn: '2024-07-17', noticeOn: '2024-07-19', printedDueOn: null }),
  r1(
    'response',
    'GiveResponse',
    '2024-09-10',
    { response: 'ACCEPTED', by: 'The Cabinet of Example Borough', wording: null, reasons: null },
    cabinetMember,
  ),
  r1(
    'plan',
    'PlanAction',
    '2024-09-12',
    {
      actionId: 'page',
      description: 'Build the page and agree the figures.',
      dueOn: '2024-10-15',
      lead: "Director of Children's Services",
    },
    director,
  ),
  r1('start', 'StartAction', '2024-09-20', { actionId: 'page' }, director),
  r1(
    'progress',
    'ProgressAction',
    '2024-10-01',
    { actionId: 'page', words: 'The page is built; the figures of the summer are being checked.' },
    director,
  ),
  r1(
    'complete',
    'CompleteAction',
    '2024-10-14',
    { actionId: 'page', words: 'The page went live with the figures of the summer.' },
    director,
  ),
  r1(
    'update',
    'UpdateProgress',
    '2024-10-15',
    {
      updateId: 'autumn-2024',
      words: 'The first figures are on the website.',
      claim: 'COMPLETE',
      completedOn: '2024-10-14',
      reportedTo: "Children's Scrutiny Committee",
    },
    director,
  ),
  r1(
    'evidence',
    'AttachEvidence',
    '2024-10-15',
    {
      evidenceId: 'page-printed',
      digest: digest('a'),
      mediaType: 'application/pdf',
      name: 'The page as printed',
      location: 'Website, waiting times',
      shows: 'OUTPUT',
      words: 'The page, printed on the day it went live.',
    },
    director,
  ),
  r1('tested', 'TestEvidence', '2024-11-05', {
    evidenceId: 'page-printed',
    by: 'Internal audit',
    found: 'The page is live and the figures agree with the records.',
  }),
  r1(
    'proposal',
    'ProposeAssessment',
    '2024-11-05',
    {
      proposalId: 'november-2024',
      category: '1',
      ...none,
      completedOn: '2024-10-14',
      evidence: ['page-printed'],
      words: 'Published two weeks early.',
    },
    cabinetMember,
  ),
  r1('agreed', 'AgreeAssessment', '2024-11-19', { proposalId: 'november-2024', decision: decidedOn('2024-11-19', 6) }, committee),
  r1(
    'concluded',
    'ConcludeTracking',
    '2024-11-19',
    { reason: 'ACHIEVED', explanation: 'Done and seen.', supersededBy: null, decision: decidedOn('2024-11-19', 6) },
    committee,
  ),
  r1(
    'reopened',
    'ReopenTracking',
    '2025-06-17',
    { reason: 'Nothing was published for two quarters.', decision: decidedOn('2025-06-17', 5) },
    committee,
  ),
  r1(
    'update-again',
    'UpdateProgress',
    '2025-10-07',
    {
      updateId: 'autumn-2025',
      words: 'The figures of the summer are back on the website; those of the spring are lost.',
      claim: 'IN_PROGRESS',
      completedOn: null,
      reportedTo: "Children's Scrutiny Committee",
    },
    director,
  ),
  r1(
    'own',
    'MakeCommitteeAssessment',
    '2025-11-18',
    {
      insteadOf: null,
      category: '3',
      ...none,
      anticipatedCompletionDate: '2027-03-31',
      words: 'One quarter is published again, one is missing.',
      decision: decidedOn('2025-11-18', 4),
    },
    committee,
  ),
]

const r2 = storyOf(exampleReports, 'EX2024-R2')
/** An approved extension, which does not turn late into on time; and an update recorded long after its day. */
const frontDoor: readonly SampleStep[] = [
  r2(
    'response',
    'GiveResponse',
    '2024-09-10',
    {
      response: 'ACCEPTED_WITH_AMENDED_WORDING',
      by: 'The Cabinet of Example Borough',
      wording: 'Give families one number, and one page in the three languages most spoken.',
      reasons: null,
    },
    cabinetMember,
  ),
  r2(
    'request',
    'RequestCompletionDateRevision',
    '2024-12-03',
    { requestId: 'telephone', date: '2025-03-31', reason: 'The telephone contract ends in March.' },
    cabinetMember,
  ),
  r2(
    'approved',
    'ApproveCompletionDateRevision',
    '2025-01-14',
    { requestId: 'telephone', date: null, decision: decidedOn('2025-01-14', 7) },
    committee,
  ),
  r2(
    'evidence',
    'AttachEvidence',
    '2025-02-24',
    {
      evidenceId: 'calls',
      digest: digest('b'),
      mediaType: 'text/csv',
      name: 'Calls of the first week',
      location: 'Shared drive, early help',
      shows: 'OUTCOME',
      words: '212 families called in the first week.',
    },
    director,
  ),
  r2(
    'proposal',
    'ProposeAssessment',
    '2025-03-04',
    {
      proposalId: 'march-2025',
      category: '2',
      ...none,
      completedOn: '2025-02-20',
      evidence: ['calls'],
      words: 'Open since 20 February, after the first date and before the extended one.',
    },
    cabinetMember,
  ),
  r2('agreed', 'AgreeAssessment', '2025-03-18', { proposalId: 'march-2025', decision: decidedOn('2025-03-18', 5) }, committee),
  r2(
    'concluded',
    'ConcludeTracking',
    '2025-03-18',
    { reason: 'ACHIEVED', explanation: 'Achieved, late.', supersededBy: null, decision: decidedOn('2025-03-18', 5) },
    committee,
  ),
  {
    ...r2(
      'late-update',
      'UpdateProgress',
      '2024-12-10',
      {
        updateId: 'december-2024',
        words: 'The supplier was chosen; this was told in December and entered only in April.',
        claim: 'IN_PROGRESS',
        completedOn: null,
        reportedTo: "Children's Scrutiny Committee",
      },
      director,
    ),
    source: { ...madeUp, recordedOn: '2025-04-08' },
  },
]

const r3 = storyOf(exampleReports, 'EX2024-R3')
/** An extension refused, progress proposed, the committee's own harder assessment instead, dissent, and an escalation. */
const mentors: readonly SampleStep[] = [
  r3(
    'response',
    'GiveResponse',
    '2024-09-10',
    {
      response: 'ACCEPTED_IN_PART',
      by: 'The Cabinet of Example Borough',
      wording: 'Up to the age of 21.',
      reasons: 'There are not yet enough mentors for all ages.',
    },
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
    'proposal',
    'ProposeAssessment',
    '2025-05-06',
    { proposalId: 'may-2025', category: '3', ...none, anticipatedCompletionDate: '2025-11-30', words: 'Eleven mentors are trained.' },
    cabinetMember,
  ),
  r3(
    'own',
    'MakeCommitteeAssessment',
    '2025-05-20',
    {
      insteadOf: 'may-2025',
      category: '5',
      ...none,
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
/** An obstacle, agreed as one; the committee keeps it open. */
const sharedRecord: readonly SampleStep[] = [
  r4(
    'response',
    'GiveResponse',
    '2024-09-10',
    { response: 'ACCEPTED', by: 'The Cabinet of Example Borough', wording: null, reasons: null },
    cabinetMember,
  ),
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
      ...none,
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
      by: 'The Cabinet of Example Borough',
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
  r6(
    'response',
    'GiveResponse',
    '2024-09-10',
    { response: 'ACCEPTED', by: 'The Cabinet of Example Borough', wording: null, reasons: null },
    cabinetMember,
  ),
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
      ...none,
      anticipatedCompletionDate: '2026-12-18',
      words: 'Two in three are decided in time.',
    },
    cabinetMember,
  ),
  r6('agreed', 'AgreeAssessment', '2025-11-18', { proposalId: 'october-2025', decision: decidedOn('2025-11-18', 5) }, committee),
]

export const growingUpStories: readonly SampleStep[] = [
  ...waitingTimes,
  ...frontDoor,
  ...mentors,
  ...sharedRecord,
  ...youthCentres,
  ...appeals,
]
