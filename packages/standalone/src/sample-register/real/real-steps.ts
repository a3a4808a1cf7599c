import type { SampleReport, SampleVisit } from '../sample-report.ts'
import { linkSteps } from '../steps/link-steps.ts'
import { recommendationSteps } from '../steps/recommendation-steps.ts'
import { mentionSteps, reportSteps } from '../steps/report-steps.ts'
import { printed, step, type SampleStep } from '../steps/step.ts'
import { streamOfMention, streamOfOffice, streamOfRecommendation, streamOfReport } from '../steps/stream-of.ts'
import { visitSteps } from '../steps/visit-steps.ts'
import { birmingham2007 } from './birmingham-2007.ts'
import { birmingham2010 } from './birmingham-2010.ts'
import { chains } from './chains.ts'
import { committeeName, realCommitteeSteps, realTrackingSteps } from './committee.ts'
import { coventry2006 } from './coventry-2006.ts'
import { committeePack2018 } from './documents.ts'
import { packEvidence } from './evidence.ts'
import { childrenMissing2016, corporateParenting2017 } from './inquiries.ts'
import { mentionedReports } from './mentioned-reports.ts'
import { monitoringLetter2018 } from './monitoring-letter-2018.ts'
import { monitoringVisit3 } from './monitoring-visit-3.ts'
import { monitoringVisits1And2 } from './monitoring-visits-1-and-2.ts'
import { narrowingTheGap2007 } from './narrowing-the-gap-2007.ts'
import { birminghamOffices } from './offices.ts'
import { trackingUpdates, updatePlace, updateWords, defaultUpdatePlace, defaultUpdateWords } from './tracking-updates.ts'

export const realReports: readonly SampleReport[] = [
  coventry2006,
  birmingham2007,
  narrowingTheGap2007,
  birmingham2010,
  childrenMissing2016,
  corporateParenting2017,
  monitoringLetter2018,
]

export const realVisits: readonly SampleVisit[] = [...monitoringVisits1And2, monitoringVisit3]

const officeSteps: readonly SampleStep[] = birminghamOffices.map(({ key, name, kind, portfolio, line }) =>
  step({
    key: `${key}/create`,
    stream: streamOfOffice('birmingham', key),
    command: 'CreateOffice',
    effectiveOn: '2017-04-04',
    source: printed(committeePack2018, `pages 105 to 112, section 3, line ${line} of the text`),
    fields: { name, authority: 'birmingham', kind, portfolio, illustrative: false },
  }),
)

const streams = new Map(
  realReports.flatMap((report) => report.recommendations.map((item) => [item.local, streamOfRecommendation(report, item)] as const)),
)
const streamOf = (local: string): string => {
  const stream = streams.get(local)
  if (stream === undefined) throw new Error(`The sample has no recommendation ${local}.`)
  return stream
}

const documents = new Map([
  ...realReports.map((report) => [report.key, streamOfReport(report)] as const),
  ...mentionedReports.map((report) => [report.key, streamOfMention(report)] as const),
])
const documentOf = (key: string): string => {
  const stream = documents.get(key)
  if (stream === undefined) throw new Error(`The sample has no report ${key}.`)
  return stream
}

const updateSteps: readonly SampleStep[] = Object.entries(trackingUpdates).flatMap(([local, days]) =>
  days.map((day) =>
    step({
      key: `${local}/update/${day}`,
      stream: streamOf(local),
      command: 'UpdateProgress',
      effectiveOn: day,
      source: printed(committeePack2018, updatePlace[local] ?? defaultUpdatePlace),
      fields: {
        updateId: `tracking-${day}`,
        words: updateWords[`${local}/${day}`] ?? defaultUpdateWords,
        claim: null,
        completedOn: null,
        reportedTo: committeeName,
      },
    }),
  ),
)

const evidenceSteps: readonly SampleStep[] = packEvidence.map(({ item, id, on, line, place, shows, words }) =>
  step({
    key: `${item}/evidence/${id}`,
    stream: streamOf(item),
    command: 'AttachEvidence',
    effectiveOn: on,
    source: printed(committeePack2018, `${place}, line ${line} of the text`),
    fields: {
      evidenceId: id,
      digest: committeePack2018.digest,
      form: 'FILE',
      mediaType: 'text/plain',
      address: null,
      name: committeePack2018.name,
      location: `${place}, line ${line} of the text`,
      shows,
      words,
    },
  }),
)

/** What the five documents say, and nothing beyond it. */
export const realSteps: readonly SampleStep[] = [
  ...officeSteps,
  ...realCommitteeSteps,
  ...realReports.flatMap(reportSteps),
  ...mentionedReports.flatMap(mentionSteps),
  ...realReports.flatMap((report) => report.recommendations.flatMap((item) => recommendationSteps(report, item))),
  ...realTrackingSteps(streamOf),
  ...updateSteps,
  ...evidenceSteps,
  ...linkSteps(chains, realReports, mentionedReports),
  ...realVisits.flatMap((visit) => visitSteps(visit, { report: documentOf, item: streamOf })),
]
