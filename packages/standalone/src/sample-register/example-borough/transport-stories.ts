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
]
