import type { TimescaleGrade } from './grammar/timescale.ts'

/** One thing a document asks for, with its place and why it is proposed. Nothing is recorded before a person confirms it. */
export type ProposedRecommendation = {
  /** As printed ("R01", "Recommendation 4", "12."); null where none is printed. */
  ref: string | null
  /** The whole wording with white space folded; page furniture, bullets and raised footnote numbers left out. */
  text: string
  /** The heading, date or phrase as printed; null where the document sets none. */
  timescale: string | null
  timescaleGrade: TimescaleGrade
  /** Whole months of a "within N months" timescale; null for every other grade. */
  timescaleMonths: number | null
  owner: string | null
  /** Headings it stands under, outermost first, joined by " / "; null where there is none. */
  section: string | null
  /** Page of the file from 1; null for formats without pages. */
  page: number | null
  /** Block of the document from 1, headings and tables counted. */
  paragraph: number
  /** The words of the document that it was read from. */
  passage: string
  children: ProposedRecommendation[]
  /** From 0 to 1. */
  confidence: number
  reason: string
}

export type ProposedGrade = {
  subject: string
  value: string
  /** The scale as the document states it; null where it does not. */
  scale: string | null
  page: number | null
  confidence: number
  reason: string
  /** Head of the column or of the group it stands in. */
  column?: string | null
}

/** Dates are ISO, as exact as the document ("2007-04" is a month); null where the document does not print them. */
export type ReportDetails = {
  title: string | null
  publisher: string | null
  framework: string | null
  authority: string | null
  reference: string | null
  publishedOn: string | null
  inspectedFrom: string | null
  inspectedTo: string | null
}

export type NotProposed = { text: string; page: number | null; reason: string }

export type Reading = {
  report: ReportDetails
  recommendations: ProposedRecommendation[]
  grades: ProposedGrade[]
  notProposed: NotProposed[]
}
