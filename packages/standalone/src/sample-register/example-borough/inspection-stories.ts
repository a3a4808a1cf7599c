import type { SampleStep } from '../steps/step.ts'
import { streamOfReport } from '../steps/stream-of.ts'
import { cabinetMember, chiefExecutive, committee, council, decidedOn, director, nothingMore, seniorPerson } from './borough.ts'
import { exampleInspection, exampleReports } from './reports.ts'
import { storyOf, streamOf } from './tell.ts'

const i1 = storyOf(exampleReports, 'EXI2025-01')
/** Three voices that differ: late but done, says the member; unchanged, says the inspector; progress, says the committee. */
const supervision: readonly SampleStep[] = [
  i1('link', 'LinkRecommendation', '2025-03-14', {
    linkId: 'finding',
    relation: 'CONTRIBUTES_TO',
    target: { kind: 'FINDING', report: streamOfReport(exampleInspection), id: 'supervision-gaps' },
    words: 'The same report found this of the same matter.',
  }),
  i1(
    'statement',
    'GiveResponse',
    '2025-06-20',
    {
      response: 'ACTION_STATEMENT',
      body: 'example-borough-council',
      bodyName: 'Example Borough Council',
      wording: 'Monthly supervision in each team by the end of August.',
      reasons: null,
    },
    council,
  ),
  i1(
    'plan',
    'PlanAction',
    '2025-06-20',
    {
      actionId: 'calendar',
      description: 'A supervision calendar for each team.',
      dueOn: '2025-08-31',
      lead: "Director of Children's Services",
    },
    director,
  ),
  i1('complete', 'CompleteAction', '2025-08-29', { actionId: 'calendar', words: 'Each team has its calendar.' }, director),
  i1(
    'plan-tool',
    'PlanAction',
    '2025-06-20',
    { actionId: 'tool', description: 'A new recording tool.', dueOn: null, lead: null },
    director,
  ),
  i1('abandon', 'AbandonAction', '2025-09-01', { actionId: 'tool', reason: 'The old tool does what is needed.' }, director),
  i1(
    'evidence',
    'AttachEvidence',
    '2025-09-02',
    {
      evidenceId: 'calendars',
      digest: `sha256:${'c'.repeat(64)}`,
      form: 'FILE',
      mediaType: 'application/pdf',
      address: null,
      name: 'Supervision calendars',
      location: 'Shared drive, supervision',
      shows: 'OUTPUT',
      words: 'Calendars of all fourteen teams.',
    },
    director,
  ),
  i1(
    'proposal',
    'ProposeAssessment',
    '2025-09-02',
    {
      proposalId: 'september-2025',
      category: '2',
      ...nothingMore,
      completedOn: '2025-08-29',
      evidence: ['calendars'],
      words: 'Each team has monthly supervision.',
    },
    cabinetMember,
  ),
  i1(
    'own',
    'MakeCommitteeAssessment',
    '2025-11-18',
    {
      insteadOf: 'september-2025',
      category: '3',
      ...nothingMore,
      anticipatedCompletionDate: '2026-10-31',
      words: 'Calendars are there; the records are not.',
      decision: decidedOn('2025-11-18', 6),
    },
    committee,
  ),
]

const i2 = storyOf(exampleReports, 'EXI2025-02')
/** A risk that a senior person accepts. */
const fireDoors: readonly SampleStep[] = [
  i2(
    'risk',
    'AcceptRisk',
    '2025-12-02',
    { person: seniorPerson, office: 'Chief Executive', reason: 'The building is empty and will be sold in 2026.' },
    chiefExecutive,
  ),
  i2(
    'concluded',
    'ConcludeTracking',
    '2026-01-20',
    {
      reason: 'RISK_ACCEPTED',
      explanation: 'The committee noted who accepted the risk, and until when.',
      supersededBy: null,
      lookAgainOn: '2027-01-19',
      decision: decidedOn('2026-01-20', 7),
    },
    committee,
  ),
]

const i3 = storyOf(exampleReports, 'EXI2025-03')
const routes = streamOf(exampleReports, 'EX2026-R2')
/** Superseded by a wider recommendation of a later review. */
const journeys: readonly SampleStep[] = [
  i3(
    'update',
    'UpdateProgress',
    '2025-12-09',
    {
      updateId: 'december-2025',
      words: 'Nine of thirty journeys are still over an hour.',
      claim: 'IN_PROGRESS',
      completedOn: null,
      reportedTo: "Children's Scrutiny Committee",
    },
    director,
  ),
  i3('superseded', 'SupersedeRecommendation', '2026-10-13', { by: routes, reason: 'The review asks for it of every school.' }),
  i3(
    'concluded',
    'ConcludeTracking',
    '2026-11-10',
    { reason: 'SUPERSEDED', explanation: 'Followed up under the wider one.', supersededBy: routes, decision: decidedOn('2026-11-10', 6) },
    committee,
  ),
]

const i4 = storyOf(exampleReports, 'EXI2025-04')
/** Longer term: undated until the committee agrees a date, then in progress before it. */
const fosterHomes: readonly SampleStep[] = [
  i4('date', 'AgreeCompletionDate', '2025-07-15', { date: '2028-03-31', decision: decidedOn('2025-07-15', 5) }, committee),
  i4(
    'update',
    'UpdateProgress',
    '2026-06-09',
    {
      updateId: 'homes-2026',
      words: 'Fourteen new foster homes since last summer.',
      claim: 'IN_PROGRESS',
      completedOn: null,
      reportedTo: "Children's Scrutiny Committee",
    },
    director,
  ),
  i4(
    'proposal',
    'ProposeAssessment',
    '2026-06-30',
    { proposalId: 'june-2026', category: '6', ...nothingMore, words: 'Six in ten children in care live in the borough.' },
    cabinetMember,
  ),
  i4('agreed', 'AgreeAssessment', '2026-07-14', { proposalId: 'june-2026', decision: decidedOn('2026-07-14', 5) }, committee),
]

const i5 = storyOf(exampleReports, 'EXI2025-05')
/** The same as one that the committee follows already: both references find it. */
const duplicate: readonly SampleStep[] = [
  i5('repeats', 'LinkRecommendation', '2025-03-14', {
    linkId: 'repeats',
    relation: 'REPEATS',
    target: { kind: 'RECOMMENDATION', id: streamOf(exampleReports, 'EX2024-R1') },
    words: 'Inspectors ask for what scrutiny had asked for.',
  }),
  i5('merged', 'MergeDuplicate', '2025-06-17', { into: streamOf(exampleReports, 'EX2024-R1'), reason: 'It asks for the same.' }),
  i5(
    'concluded',
    'ConcludeTracking',
    '2025-06-17',
    {
      reason: 'SUPERSEDED',
      explanation: 'Followed under the reference that it was merged into.',
      supersededBy: streamOf(exampleReports, 'EX2024-R1'),
      decision: decidedOn('2025-06-17', 5),
    },
    committee,
  ),
]

const i6 = storyOf(exampleReports, 'EXI2025-06')
/** No longer applicable, and the reason why. */
const oakLane: readonly SampleStep[] = [
  i6(
    'concluded',
    'ConcludeTracking',
    '2025-09-16',
    {
      reason: 'NO_LONGER_APPLICABLE',
      explanation: 'The Oak Lane centre closed on 31 July 2025.',
      supersededBy: null,
      decision: decidedOn('2025-09-16', 6),
    },
    committee,
  ),
]

export const inspectionStories: readonly SampleStep[] = [
  ...supervision,
  ...fireDoors,
  ...journeys,
  ...fosterHomes,
  ...duplicate,
  ...oakLane,
]
