import type { EntryCorrected, Fact, IsoDate } from '../envelope.ts'

export type PublishedPrecision = 'DAY' | 'MONTH' | 'NOT_AFTER' | 'UNKNOWN'

/** What a grade means whatever the scale: ADEQUATE stands for adequate, satisfactory and requires improvement. */
export type GradeMeaning = 'OUTSTANDING' | 'GOOD' | 'ADEQUATE' | 'INADEQUATE'

/** Scrutiny reports can start the two-month response duty; the others have an action statement or an adoption instead. */
export type ReportKind = 'INSPECTION' | 'SCRUTINY' | 'NATIONAL' | 'AUDIT' | 'INQUIRY' | 'CORONER' | 'OTHER'

export type ReportRegistered = Fact<
  'ReportRegistered',
  {
    readonly title: string
    readonly publisher: string
    readonly framework: string
    readonly kind: ReportKind
    /** Slug of the authority it is about; `national` where it is addressed to all. */
    readonly authority: string
    readonly authorityName: string
    /** As printed; the code of an authority, not an identity. */
    readonly reference: string | null
    readonly publishedOn: IsoDate | null
    readonly publishedAsPrinted: string | null
    readonly publishedPrecision: PublishedPrecision
    readonly inspectedFrom: IsoDate | null
    readonly inspectedTo: IsoDate | null
    /** The body that its whole list of recommendations is addressed to. */
    readonly addressee: string | null
    /** Where it was seen when the report itself is not to hand. */
    readonly seenIn: string | null
    /** `sha256:` and 64 hex digits, of the document as published. */
    readonly documentDigest: string | null
    readonly summary: string | null
  }
>
export type ReportAdopted = Fact<'ReportAdopted', { readonly body: string; readonly resolution: string | null }>
export type ReportListed = Fact<
  'ReportListed',
  {
    readonly title: string
    readonly publisher: string
    readonly authority: string
    readonly authorityName: string
    readonly seenIn: string
    readonly note: string | null
  }
>
export type ReportPublished = Fact<'ReportPublished', Record<string, never>>
export type ReportWithheld = Fact<'ReportWithheld', { readonly reason: string }>
export type JudgementRecorded = Fact<
  'JudgementRecorded',
  {
    readonly judgementId: string
    readonly subject: string
    readonly column: string | null
    readonly section: string | null
    /** As printed: "3", "Good", "Grade 4 (Inadequate)". */
    readonly grade: string
    /** As the report states it: "4 outstanding, 3 good, 2 adequate, 1 inadequate". */
    readonly scale: string | null
    readonly meaning: GradeMeaning | null
    /** True where the meaning is our reading of the scale, not the report's own word. */
    readonly meaningDerived: boolean
    readonly printedIn: 'TABLE' | 'TEXT'
    readonly place: string | null
  }
>
export type FindingRecorded = Fact<
  'FindingRecorded',
  {
    readonly findingId: string
    readonly subject: string
    /** In our words. */
    readonly words: string
    readonly direction: 'STRENGTH' | 'WEAKNESS' | 'IMPROVED' | 'UNCHANGED' | 'WORSE'
    readonly place: string | null
  }
>
export type ReportWithdrawn = Fact<'ReportWithdrawn', { readonly reason: string }>

export type ReportEvent =
  | ReportRegistered
  | ReportAdopted
  | ReportListed
  | ReportPublished
  | ReportWithheld
  | JudgementRecorded
  | FindingRecorded
  | ReportWithdrawn
  | EntryCorrected
