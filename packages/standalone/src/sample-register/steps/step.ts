import type {
  CommitteeCommand,
  OfficeCommand,
  PolicyCommand,
  RecommendationCommand,
  ReportCommand,
  VisitCommand,
} from '@outstanding/domain'
import { uuidV5 } from '@outstanding/event-store'
import type { SampleDocument } from '../sample-report.ts'

/** Never to be changed: a load that was cut off goes on, and a repeated one changes nothing, because its command ids stay the same. */
const sampleNamespace = '5f0a4f5e-9a55-5d0c-8a53-1f1cbb0c8a71'

type AnyCommand = RecommendationCommand | ReportCommand | OfficeCommand | CommitteeCommand | PolicyCommand | VisitCommand
export type SampleCommand = AnyCommand['type']

/** What the API itself looks up for a command, and the sample need not say. */
type LookedUp =
  | 'policy'
  | 'targetExists'
  | 'targetOn'
  | 'targetDirection'
  | 'targetSuccessors'
  | 'principalOfficeKind'
  | 'publication'
  | 'reportWithdrawn'
  | 'openParts'
  | 'committeeOnDay'
  | 'toCommittee'
  | 'nearCommittees'
  | 'successorsKnown'
  | 'bodyOffice'
  | 'letter'
  | 'printedDraftDueOn'
  | 'ofItems'
  | 'reportPublished'

type DataOf<Type extends SampleCommand> = Extract<AnyCommand, { type: Type }>['data']
type Asked = {
  readonly ConcludeTracking: Omit<DataOf<'ConcludeTracking'>, LookedUp | 'partsLeftOpen' | 'lookAgainOn'> & {
    readonly lookAgainOn?: string
  }
  readonly IssueRecommendation: Omit<DataOf<'IssueRecommendation'>, LookedUp | 'timescale'> & {
    readonly timescale: { readonly asPrinted: string | null }
  }
  /** Under the name that the office has on that day. */
  readonly AssignOwner: Omit<DataOf<'AssignOwner'>, 'office' | 'name'>
  readonly RegisterReport: DataOf<'RegisterReport'> & { readonly illustrative: boolean }
  readonly RegisterMentionedReport: DataOf<'RegisterMentionedReport'> & { readonly illustrative: boolean }
  readonly CreateOffice: DataOf<'CreateOffice'> & { readonly illustrative: boolean }
  readonly EstablishCommittee: DataOf<'EstablishCommittee'> & { readonly illustrative: boolean }
  /** The authority is that of the document. */
  readonly RecordVisit: Omit<DataOf<'RecordVisit'>, 'authority'>
  readonly AdoptPolicy: Omit<DataOf<'AdoptPolicy'>, 'mapping' | 'source'> & {
    readonly authority: string
    readonly mapping: readonly { readonly code: string; readonly shownAs: string }[]
    readonly policySource: string
    readonly illustrative: boolean
  }
}
export type FieldsOf<Type extends SampleCommand> = Type extends keyof Asked
  ? Asked[Type]
  : DataOf<Type> extends infer Data
    ? Data extends unknown
      ? Omit<Data, LookedUp>
      : never
    : never

export type SampleSource = {
  readonly system: string
  readonly document: string | null
  readonly place: string | null
  readonly recordedOn: string | null
}
export type SamplePrincipal = { readonly kind: 'OFFICE' | 'BODY'; readonly id: string }

/** 1: policies, offices, reports. 2: recommendations. 3: children, and all that is recorded of either. 4: links, to what is there by then. */
export const samplePhases = [1, 2, 3, 4] as const
export type SamplePhase = (typeof samplePhases)[number]

/** One command of the sample, as the API takes it. Steps of one stream go in order; streams of one phase can go side by side. */
export type SampleStep = {
  readonly key: string
  readonly stream: string
  readonly command: SampleCommand
  readonly phase: SamplePhase
  readonly effectiveOn: string
  readonly onBehalfOf: SamplePrincipal | null
  readonly source: SampleSource
  readonly fields: Readonly<Record<string, unknown>>
}

export const commandIdOf = (key: string): string => uuidV5(sampleNamespace, key)

/** Judgements and findings wait for phase 3: until then each recommendation that is issued reads a short report. */
const phases: Partial<Record<SampleCommand, 1 | 2 | 4>> = {
  RegisterReport: 1,
  RegisterMentionedReport: 1,
  PublishReport: 1,
  AdoptReport: 1,
  AdoptPolicy: 1,
  CreateOffice: 1,
  EstablishCommittee: 1,
  RenameCommittee: 1,
  RenameOffice: 1,
  ChangePortfolio: 1,
  IssueRecommendation: 2,
  RegisterListedRecommendation: 2,
  LinkRecommendation: 4,
  LinkReportFinding: 4,
  LinkFinding: 4,
}

export type StepInput<Type extends SampleCommand> = {
  readonly key: string
  readonly stream: string
  readonly command: Type
  readonly effectiveOn: string
  readonly fields: FieldsOf<Type>
  readonly source: SampleSource
  readonly onBehalfOf?: SamplePrincipal | null
}

const phaseOf = (command: SampleCommand, fields: object): SamplePhase =>
  'parent' in fields && fields.parent !== null ? 3 : (phases[command] ?? 3)

export const step = <Type extends SampleCommand>({ fields, onBehalfOf = null, ...given }: StepInput<Type>): SampleStep => ({
  ...given,
  onBehalfOf,
  fields: { ...fields },
  phase: phaseOf(given.command, fields),
})

/** Where a fact was printed. */
export const printed = (document: SampleDocument, place: string): SampleSource => ({
  system: 'Our summary, made for the sample register',
  document: document.name,
  place,
  recordedOn: document.date,
})

/** What no document shows. */
export const madeUp: SampleSource = { system: 'Example data: invented for Example Borough', document: null, place: null, recordedOn: null }
