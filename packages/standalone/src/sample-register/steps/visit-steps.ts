import { visitIdentity } from '@outstanding/domain'
import { visitStream } from '@outstanding/event-store'
import type { SampleVisit } from '../sample-report.ts'
import { madeUp, printed, step, type SampleSource, type SampleStep } from './step.ts'

export const streamOfVisit = (visit: SampleVisit): string => visitStream(visit.authority, visitIdentity(visit))

/** Where the documents and the recommendations of the sample are recorded, by their keys. A slip of the pen throws. */
export type StreamsOf = { readonly report: (key: string) => string; readonly item: (local: string) => string }

const sourceOf = ({ document }: SampleVisit, place: string): SampleSource => (document === null ? madeUp : printed(document, place))

const ourLink: SampleSource = {
  system: 'Sample register: our link between a finding and a recommendation',
  document: null,
  place: null,
  recordedOn: null,
}

/** A visit: recorded, with its findings, each linked to the recommendations that it concerns. */
export const visitSteps = (visit: SampleVisit, streams: StreamsOf): readonly SampleStep[] => {
  const { key, report, body, ordinal, from, to, datePrecision, knownFrom, letterOn, scope, place, on, findings } = visit
  const common = { stream: streamOfVisit(visit), effectiveOn: on }
  return [
    step({
      ...common,
      key: `${key}/record`,
      command: 'RecordVisit',
      source: sourceOf(visit, place),
      fields: { report: streams.report(report), body, ordinal, from, to, datePrecision, knownFrom, letterOn, scope },
    }),
    ...findings.map(({ items: _items, ...finding }) =>
      step({
        ...common,
        key: `${key}/finding/${finding.ref}`,
        command: 'RecordVisitFinding',
        source: sourceOf(visit, finding.place ?? place),
        fields: { ...finding, textKind: 'SUMMARY' },
      }),
    ),
    ...findings.flatMap(({ ref, items }) =>
      items.length === 0
        ? []
        : [
            step({
              ...common,
              key: `${key}/link/${ref}`,
              command: 'LinkFinding',
              source: visit.document === null ? madeUp : ourLink,
              fields: { ref, items: items.map(streams.item) },
            }),
          ],
    ),
  ]
}
