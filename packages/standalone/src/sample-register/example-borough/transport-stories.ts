import type { SampleStep } from '../steps/step.ts'
import { cabinet, transportHead } from './borough.ts'
import { exampleReports } from './reports.ts'
import { storyOf } from './tell.ts'

/** A review of this autumn: responses awaited, one item soon due, the others later or undated. */
const noticed = ['EX2026-R1', 'EX2026-R2', 'EX2026-R3', 'EX2026-R4'].map((local) =>
  storyOf(exampleReports, local)('notice', 'RequireResponse', '2026-10-16', {
    ...cabinet,
    of: 'EXECUTIVE',
    receivedOn: '2026-10-14',
    noticeOn: '2026-10-16',
    printedDueOn: null,
  }),
)

const r1 = storyOf(exampleReports, 'EX2026-R1')
const r3 = storyOf(exampleReports, 'EX2026-R3')

export const transportStories: readonly SampleStep[] = [
  ...noticed,
  r1(
    'plan',
    'PlanAction',
    '2026-11-02',
    { actionId: 'letters', description: 'Letters and text messages to parents.', dueOn: '2026-12-11', lead: 'Head of School Transport' },
    transportHead,
  ),
  r1('start', 'StartAction', '2026-11-09', { actionId: 'letters' }, transportHead),
  r1(
    'moved',
    'ChangeAction',
    '2026-11-16',
    { actionId: 'letters', dueOn: '2027-01-15', lead: null, reason: 'The new timetables are agreed in January only.' },
    transportHead,
  ),
  r3('exempt', 'MarkExempt', '2026-10-16', {
    parts: ['TEXT'],
    ground: 'SCHEDULE_12A_3',
    publicInterest: 'Contracts for the training are being let. Bidders would learn what the council can pay.',
    reviewOn: '2026-11-13',
  }),
  r3('exemption-reviewed', 'ReviewExemption', '2026-11-12', { found: 'The contracts are not let yet.', reviewOn: '2027-01-29' }),
]
