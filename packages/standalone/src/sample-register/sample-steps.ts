import { exampleCommitteeSteps, exampleTrackingSteps } from './example-borough/committees.ts'
import { exampleOfficeSteps } from './example-borough/offices.ts'
import { examplePolicySteps } from './example-borough/policies.ts'
import { exampleReports } from './example-borough/reports.ts'
import { achievedStories } from './example-borough/achieved-stories.ts'
import { exampleVisitSteps } from './example-borough/monitoring-visit.ts'
import { notAchievedStories } from './example-borough/not-achieved-stories.ts'
import { inspectionStories } from './example-borough/inspection-stories.ts'
import { transportStories } from './example-borough/transport-stories.ts'
import { realSteps } from './real/real-steps.ts'
import { recommendationSteps } from './steps/recommendation-steps.ts'
import { reportSteps } from './steps/report-steps.ts'
import type { SampleStep } from './steps/step.ts'

/** What no document shows, shown by a council that does not exist. */
export const illustrationSteps: readonly SampleStep[] = [
  ...examplePolicySteps,
  ...exampleOfficeSteps,
  ...exampleCommitteeSteps,
  ...exampleReports.flatMap(reportSteps),
  ...exampleReports.flatMap((report) => report.recommendations.flatMap((item) => recommendationSteps(report, item))),
  ...exampleTrackingSteps,
  ...achievedStories,
  ...notAchievedStories,
  ...inspectionStories,
  ...exampleVisitSteps,
  ...transportStories,
]

export { realSteps }

/** Every command of the sample register; those of one stream stand in their order. */
export const sampleSteps: readonly SampleStep[] = [...realSteps, ...illustrationSteps]
