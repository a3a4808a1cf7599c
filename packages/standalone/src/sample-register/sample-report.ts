import type {
  Figure,
  FindingRecorded,
  GradeMeaning,
  Gravity,
  PublishedPrecision,
  ReportKind,
  VisitFindingRecorded,
  VisitRecorded,
} from '@outstanding/domain'

/** A document that the facts come from. `digest` is that of its text as we hold it. */
export type SampleDocument = {
  readonly name: string
  readonly digest: string
  /** The day of the document itself. */
  readonly date: string
}

/** Where in its document a fact stands: the line of its text, counted from 1, and the page where the contents give one. */
export type SamplePlace = { readonly page: string | null; readonly heading: string; readonly line: string }

export type SampleJudgement = {
  readonly id: string
  readonly subject: string
  readonly column: string | null
  readonly section: string | null
  readonly grade: string
  readonly scale: string | null
  readonly meaning: GradeMeaning | null
  readonly printedIn: 'TABLE' | 'TEXT'
  readonly place: string
}

/** `chain`: the matter that comes back over the years; a recommendation of the same chain is linked to it. */
export type SampleFinding = {
  readonly id: string
  readonly chain: string
  readonly subject: string
  readonly words: string
  readonly direction: FindingRecorded['data']['direction']
  readonly place: string
  /** The day it was found, where that is not the day of the report. */
  readonly on?: string
  readonly source?: { readonly document: SampleDocument; readonly place: string }
}

export type SampleOwner = {
  readonly office: string
  readonly role: 'RESPONSIBLE_MEMBER' | 'LEAD_OFFICER' | 'PARTNER' | 'RESPONSIBLE_BODY'
  readonly asPrinted: string | null
}

export type SampleRecommendation = {
  /** How serious the report says it is. */
  readonly gravity?: Gravity
  /** Our own reference, unique in the register; also the key of its commands. */
  readonly local: string
  readonly reference: string | null
  readonly ordinal: number
  readonly title: string
  /** Null if a table lists it and its text is not available. */
  readonly text: string | null
  readonly timescale: string | null
  readonly theme: string
  readonly place: SamplePlace
  readonly owners?: readonly SampleOwner[]
  /** The local reference of the recommendation that it is a part of. */
  readonly parent?: string
}

export type SampleReport = {
  readonly key: string
  readonly title: string
  readonly publisher: string
  readonly framework: string
  readonly kind: ReportKind
  readonly authority: string
  readonly authorityName: string
  readonly reference: string | null
  readonly publishedOn: string | null
  readonly publishedAsPrinted: string | null
  readonly publishedPrecision: PublishedPrecision
  readonly inspectedFrom: string | null
  readonly inspectedTo: string | null
  readonly addressee: string | null
  readonly seenIn: string | null
  readonly summary: string
  readonly illustrative: boolean
  /** Null for what is made up. */
  readonly document: SampleDocument | null
  /** Where the document says what the registration holds. */
  readonly place: string
  /** The day on which it became known: of its publication or adoption, as far as known. */
  readonly on: string
  readonly adopted: { readonly body: string; readonly on: string; readonly resolution: string | null; readonly place: string } | null
  readonly judgements: readonly SampleJudgement[]
  readonly findings: readonly SampleFinding[]
  readonly recommendations: readonly SampleRecommendation[]
}

/** A report known only because a document mentions it. */
export type MentionedReport = {
  readonly key: string
  readonly title: string
  readonly publisher: string
  readonly authority: string
  readonly authorityName: string
  readonly seenIn: string
  readonly note: string
  readonly on: string
  readonly document: SampleDocument
  readonly place: string
  readonly findings: readonly SampleFinding[]
}

export type SampleFigure = Figure

/** `items`: our references of the recommendations that it concerns. */
/** In our words. */
export type SampleVisitFinding = Omit<VisitFindingRecorded['data'], 'textKind'> & { readonly items: readonly string[] }

/** A visit of inspectors. `report` is the key of the document of the sample in which it is printed. */
export type SampleVisit = Omit<VisitRecorded['data'], 'report'> & {
  readonly key: string
  readonly report: string
  /** Null for what is made up. */
  readonly document: SampleDocument | null
  readonly place: string
  /** The day on which it became known. */
  readonly on: string
  readonly findings: readonly SampleVisitFinding[]
}
