import { recommendationIdentity, reportIdentity } from '@outstanding/domain'
import { officeStream, recommendationStream, reportStream } from '@outstanding/event-store'
import type { MentionedReport, SampleRecommendation, SampleReport } from '../sample-report.ts'
import { commandIdOf } from './step.ts'

export const streamOfReport = (report: SampleReport): string => reportStream(report.authority, reportIdentity(report))

export const streamOfMention = ({ authority, publisher, title }: MentionedReport): string =>
  reportStream(authority, reportIdentity({ authority, publisher, title, framework: '', publishedOn: null, publishedPrecision: 'UNKNOWN' }))

export const streamOfRecommendation = (report: SampleReport, item: SampleRecommendation): string => {
  const parent = report.recommendations.find(({ local }) => local === item.parent)
  const identity = recommendationIdentity({
    reference: item.reference,
    ordinal: item.ordinal,
    parent: parent === undefined ? null : streamOfRecommendation(report, parent),
  })
  return recommendationStream(report.authority, streamOfReport(report), identity)
}

/** An office's id hangs on the id of the command that creates it. */
export const streamOfOffice = (authority: string, key: string): string => officeStream(authority, commandIdOf(`${key}/create`))
