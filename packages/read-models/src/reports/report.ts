import type { FindingOfReport, IsoDate, JudgementRecorded, PublishedPrecision, ReportKind } from '@outstanding/domain'

export type Judgement = JudgementRecorded['data'] & { readonly report: string }
export type Finding = FindingOfReport & { readonly report: string }
export type PublicationState = 'UNPUBLISHED' | 'EMBARGOED' | 'PUBLISHED' | 'WITHHELD'

export type Report = {
  /** The stream name. */
  readonly id: string
  readonly authority: string
  readonly authorityName: string
  readonly title: string
  readonly publisher: string
  /** Null where the report is known only by mention, as the following are. */
  readonly framework: string | null
  readonly kind: ReportKind | null
  readonly reference: string | null
  readonly publishedOn: IsoDate | null
  readonly publishedAsPrinted: string | null
  readonly publishedPrecision: PublishedPrecision
  readonly inspectedFrom: IsoDate | null
  readonly inspectedTo: IsoDate | null
  /** The newest adoption. */
  readonly adoptedOn: IsoDate | null
  readonly adoptedBy: string | null
  readonly addressee: string | null
  readonly seenIn: string | null
  readonly documentDigest: string | null
  readonly summary: string | null
  /** Whether it is on the public register. */
  readonly publication: PublicationState
  /** An instant in UTC from which on it is public; null where it is under no embargo. */
  readonly embargoedUntil: string | null
  /** Why its publisher withdrew it; null where it did not. It stays on the register, marked. */
  readonly withdrawn: string | null
  readonly illustrative: boolean
  readonly revision: number
}
