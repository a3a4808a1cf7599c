import type { MentionedReport, SampleFinding, SampleReport } from '../sample-report.ts'
import { madeUp, printed, step, type SampleSource, type SampleStep } from './step.ts'
import { streamOfMention, streamOfReport } from './stream-of.ts'

const sourceOf = ({ document }: Pick<SampleReport, 'document'>, place: string): SampleSource =>
  document === null ? madeUp : printed(document, place)

const findingStep = (key: string, stream: string, on: string, source: SampleSource, finding: SampleFinding): SampleStep =>
  step({
    key: `${key}/finding/${finding.id}`,
    stream,
    command: 'RecordFinding',
    effectiveOn: finding.on ?? on,
    source: finding.source ? printed(finding.source.document, finding.source.place) : source,
    fields: {
      findingId: finding.id,
      subject: finding.subject,
      words: finding.words,
      textKind: 'SUMMARY',
      direction: finding.direction,
      place: finding.place,
    },
  })

const registered = (report: SampleReport): SampleStep =>
  step({
    key: `${report.key}/register`,
    stream: streamOfReport(report),
    command: 'RegisterReport',
    effectiveOn: report.on,
    source: sourceOf(report, report.place),
    fields: {
      title: report.title,
      publisher: report.publisher,
      framework: report.framework,
      kind: report.kind,
      authority: report.authority,
      authorityName: report.authorityName,
      reference: report.reference,
      publishedOn: report.publishedOn,
      publishedAsPrinted: report.publishedAsPrinted,
      publishedPrecision: report.publishedPrecision,
      inspectedFrom: report.inspectedFrom,
      inspectedTo: report.inspectedTo,
      addressee: report.addressee,
      seenIn: report.seenIn,
      documentDigest: report.seenIn === null && report.document !== null ? report.document.digest : null,
      summary: report.summary,
      illustrative: report.illustrative,
    },
  })

/** A source report: registered, adopted where that is known, published, with its judgements and findings. */
export const reportSteps = (report: SampleReport): readonly SampleStep[] => {
  const [stream, effectiveOn] = [streamOfReport(report), report.on]
  const { adopted } = report
  return [
    registered(report),
    step({
      key: `${report.key}/publish`,
      stream,
      command: 'PublishReport',
      effectiveOn,
      source: sourceOf(report, report.place),
      fields: {},
    }),
    ...(adopted === null
      ? []
      : [
          step({
            key: `${report.key}/adopt`,
            stream,
            command: 'AdoptReport',
            effectiveOn: adopted.on,
            source: sourceOf(report, adopted.place),
            fields: { body: adopted.body, resolution: adopted.resolution },
          }),
        ]),
    ...report.judgements.map(({ id: judgementId, ...judgement }) =>
      step({
        key: `${report.key}/judgement/${judgementId}`,
        stream,
        command: 'RecordJudgement',
        effectiveOn,
        source: sourceOf(report, judgement.place),
        fields: { judgementId, ...judgement },
      }),
    ),
    ...report.findings.map((finding) => findingStep(report.key, stream, effectiveOn, sourceOf(report, finding.place), finding)),
  ]
}

/** A report known by mention only: listed, published, with what the document says that it found. */
export const mentionSteps = (report: MentionedReport): readonly SampleStep[] => {
  const [stream, effectiveOn] = [streamOfMention(report), report.on]
  const { title, publisher, authority, authorityName, seenIn, note } = report
  const source = printed(report.document, report.place)
  return [
    step({
      key: `${report.key}/list`,
      stream,
      command: 'RegisterMentionedReport',
      effectiveOn,
      source,
      fields: { title, publisher, authority, authorityName, seenIn, note, illustrative: false },
    }),
    step({ key: `${report.key}/publish`, stream, command: 'PublishReport', effectiveOn, source, fields: {} }),
    ...report.findings.map((finding) => findingStep(report.key, stream, effectiveOn, source, finding)),
  ]
}
