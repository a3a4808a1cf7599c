import { madeUp, type SampleStep } from '../steps/step.ts'
import { achievedOnTimeStory } from './achieved-on-time-story.ts'
import { cabinet, cabinetMember, committee, decidedOn, director, nothingMore } from './borough.ts'
import { exampleReports } from './reports.ts'
import { storyOf } from './tell.ts'

const digest = (digit: string): string => `sha256:${digit.repeat(64)}`

const r1 = storyOf(exampleReports, 'EX2024-R1')
/** Achieved on time, concluded, and reopened when what was achieved did not last. */
const waitingTimes: readonly SampleStep[] = [
  r1('notice', 'RequireResponse', '2024-07-19', {
    ...cabinet,
    of: 'EXECUTIVE',
    receivedOn: '2024-07-17',
    noticeOn: '2024-07-19',
    printedDueOn: null,
  }),
  r1('response', 'GiveResponse', '2024-09-10', { ...cabinet, response: 'ACCEPTED', wording: null, reasons: null }, cabinetMember),
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
      form: 'FILE',
      mediaType: 'application/pdf',
      address: null,
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
      ...nothingMore,
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
    { reason: 'Nothing was published for two quarters.', newDate: '2025-12-31', decision: decidedOn('2025-06-17', 5) },
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
      ...nothingMore,
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
      ...cabinet,
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
      form: 'FILE',
      mediaType: 'text/csv',
      address: null,
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
      ...nothingMore,
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
        words: 'The supplier was chosen; this was reported in December and entered only in April.',
        claim: 'IN_PROGRESS',
        completedOn: null,
        reportedTo: "Children's Scrutiny Committee",
      },
      director,
    ),
    source: { ...madeUp, recordedOn: '2025-04-08' },
  },
]

export const achievedStories: readonly SampleStep[] = [...waitingTimes, ...frontDoor, ...achievedOnTimeStory]
