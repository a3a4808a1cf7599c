import type { SampleOwner, SampleRecommendation, SampleReport } from '../sample-report.ts'
import { madeUp, printed, step, type SampleSource, type SampleStep } from './step.ts'
import { streamOfOffice, streamOfRecommendation, streamOfReport } from './stream-of.ts'

const placeOf = (report: SampleReport, { place: { page, heading, line } }: SampleRecommendation) => ({
  document: report.document?.name ?? report.title,
  page,
  paragraph: report.document === null ? line : `line ${line} of the text`,
  heading,
})

const pageWords = (page: string): string => (page.includes('-') ? `pages ${page.replace('-', ' to ')}` : `page ${page}`)

const sourceOf = (report: SampleReport, item: SampleRecommendation): SampleSource => {
  const { page, heading, line } = item.place
  const where = [...(page === null ? [] : [pageWords(page)]), heading, `line ${line} of the text`]
  return report.document === null ? madeUp : printed(report.document, where.join(', '))
}

const onRecord = (report: SampleReport, item: SampleRecommendation): SampleStep => {
  const { local, reference, ordinal, title, text } = item
  const common = {
    key: `${local}/issue`,
    stream: streamOfRecommendation(report, item),
    effectiveOn: report.adopted?.on ?? report.on,
    source: sourceOf(report, item),
  }
  const fields = { report: streamOfReport(report), reference, localReference: local, ordinal, title, addressee: report.addressee }
  if (text === null)
    return step({ ...common, command: 'RegisterListedRecommendation', fields: { ...fields, listedIn: placeOf(report, item) } })
  const parent = report.recommendations.find((other) => other.local === item.parent)
  return step({
    ...common,
    command: 'IssueRecommendation',
    fields: {
      ...fields,
      text,
      textKind: report.document === null ? 'QUOTED' : 'SUMMARY',
      place: placeOf(report, item),
      timescale: { asPrinted: item.timescale },
      gravity: item.gravity ?? null,
      parent: parent === undefined ? null : streamOfRecommendation(report, parent),
    },
  })
}

const owned = (report: SampleReport, item: SampleRecommendation, owner: SampleOwner): SampleStep => ({
  ...step({
    key: `${item.local}/owner/${owner.office}`,
    stream: streamOfRecommendation(report, item),
    command: 'AssignOwner',
    effectiveOn: report.adopted?.on ?? report.on,
    source: sourceOf(report, item),
    fields: {
      owner: streamOfOffice(report.authority, owner.office),
      role: owner.role,
      asPrinted: owner.asPrinted,
    },
  }),
})

/** A recommendation as its report makes it: issued or listed, with its theme and its named owners. */
export const recommendationSteps = (report: SampleReport, item: SampleRecommendation): readonly SampleStep[] => [
  onRecord(report, item),
  step({
    key: `${item.local}/theme`,
    stream: streamOfRecommendation(report, item),
    command: 'AssignTheme',
    effectiveOn: report.adopted?.on ?? report.on,
    source: { ...sourceOf(report, item), system: 'Sample register: our theme' },
    fields: { theme: item.theme },
  }),
  ...(item.owners ?? []).map((owner) => owned(report, item, owner)),
]
