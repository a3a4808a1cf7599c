import { directions, equivalentGrades, labelOf, quoted } from '@outstanding/wording'
import type { Tag } from '../words/positions.ts'
import type { Sources, SourcesOf } from '../provenance/sources.ts'
import type { GradeMeaning, JudgementOfReportFragment, ReportFindingDirection } from '../queries/queries.ts'
import type { ReportNode } from './report-node.ts'

export type JudgementRow = {
  readonly subject: string
  readonly column: string
  readonly grade: string
  readonly meaning: Tag | null
  readonly isDerived: boolean
  readonly place: string | null
  readonly sources: Sources | null
}
export type JudgementTable = {
  readonly caption: string
  readonly scale: string | null
  readonly hasColumns: boolean
  /** Every equivalent grade in it is our interpretation of the scale: shown once, not in each row. */
  readonly isDerived: boolean
  readonly rows: readonly JudgementRow[]
}

const gradeTones: Readonly<Record<GradeMeaning, Tag['tone']>> = {
  OUTSTANDING: 'green',
  GOOD: 'teal',
  ADEQUATE: 'yellow',
  INADEQUATE: 'red',
}

const isDerived = ({ meaning, meaningDerived }: Pick<JudgementOfReportFragment, 'meaning' | 'meaningDerived'>): boolean =>
  meaning !== null && meaningDerived

/** One table a section and scale: scales differ from report to report, and some run the other way. */
export function tablesOf(judgements: readonly JudgementOfReportFragment[], sourcesOf: SourcesOf): readonly JudgementTable[] {
  const groups = Map.groupBy(judgements, ({ printedIn, section, scale }) => JSON.stringify([printedIn, section, scale]))
  return [...groups.values()].map((rows) => {
    const [first] = rows as [JudgementOfReportFragment]
    const where = first.printedIn === 'TABLE' ? 'From the table of judgements' : 'From the text'
    return {
      caption: first.section === null ? where : `${first.section}: ${where.charAt(0).toLowerCase()}${where.slice(1)}`,
      scale: first.scale,
      isDerived: rows.every(isDerived),
      hasColumns: rows.some(({ column }) => column !== null),
      rows: rows.map(({ judgementId, subject, column, grade, meaning, meaningDerived, place }) => ({
        subject,
        column: column ?? '',
        grade,
        meaning: meaning === null ? null : { text: labelOf(equivalentGrades, meaning), tone: gradeTones[meaning] ?? 'grey' },
        isDerived: isDerived({ meaning, meaningDerived }) && !rows.every(isDerived),
        place,
        sources: sourcesOf([subject, column].filter((part) => part !== null).join(', '), 'JUDGEMENT', judgementId),
      })),
    }
  })
}

export type FindingGroup = {
  readonly subject: string
  readonly found: readonly {
    readonly words: string
    readonly direction: Tag
    readonly place: string | null
    readonly sources: Sources | null
  }[]
}

const directionTones: Readonly<Record<ReportFindingDirection, Tag['tone']>> = {
  STRENGTH: 'green',
  IMPROVED: 'teal',
  NEUTRAL: 'grey',
  UNCHANGED: 'grey',
  WORSE: 'red',
  WEAKNESS: 'orange',
}

/** What was found, by subject, in the order in which the report comes to them. */
export function findingsOf(findings: ReportNode['findings'], sourcesOf: SourcesOf): readonly FindingGroup[] {
  return [...Map.groupBy(findings, ({ subject }) => subject)].map(([subject, found]) => ({
    subject,
    found: found.map(({ findingId, words, textKind, direction, place }) => ({
      words: quoted(words, textKind),
      sources: sourcesOf(words, 'FINDING', findingId),
      direction: { text: labelOf(directions, direction), tone: directionTones[direction] ?? 'grey' },
      place,
    })),
  }))
}
