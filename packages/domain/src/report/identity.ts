import type { IsoDate } from '../envelope.ts'
import type { PublishedPrecision } from './publication.ts'

export type ReportIdentified = {
  readonly publisher: string
  readonly framework: string
  readonly authority: string
  readonly publishedOn: IsoDate | null
  readonly publishedPrecision: PublishedPrecision
  readonly title: string
  /** Where a body has several reports of one framework on one day: what tells them apart. */
  readonly distinguisher?: string | null
}

const plain = (text: string): string => text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()

const dateAsKnown = (publishedOn: IsoDate | null, precision: PublishedPrecision): string => {
  if (publishedOn === null) return ''
  if (precision === 'DAY') return publishedOn
  return precision === 'MONTH' ? publishedOn.slice(0, 7) : ''
}

/**
 * What a report is known by: publisher, framework, authority and date as exact as known, never its printed reference. Without a day-exact
 * date the title stands in. The report's uuid is the UUIDv5 of this text.
 */
export const reportIdentity = (report: ReportIdentified): string => {
  const date = dateAsKnown(report.publishedOn, report.publishedPrecision)
  const distinguisher = report.distinguisher ?? (date.length === 10 ? '' : report.title)
  return JSON.stringify([report.publisher, report.framework, report.authority, date, distinguisher].map(plain))
}

/** "R02", "r 2" and "R2." are one reference within one report. The printed form is kept beside it. */
export const normaliseReference = (reference: string): string =>
  reference
    .normalize('NFC')
    .toUpperCase()
    .replace(/\s+/g, '')
    .replace(/[.:)]+$/, '')
    .replace(/(?<!\d)0+(?=\d)/g, '')

export type RecommendationIdentified = {
  /** As printed, or null. */
  readonly reference: string | null
  /** The place in the report's (or the parent's) list, from 1. */
  readonly ordinal: number
  /** The parent's stream name, or null. */
  readonly parent: string | null
}

/** What a recommendation is known by within its report; its uuid is the UUIDv5 of this text in the report's uuid. */
export const recommendationIdentity = ({ reference, ordinal, parent }: RecommendationIdentified): string => {
  const normalised = reference === null ? '' : normaliseReference(reference)
  const own = normalised === '' ? `n:${ordinal}` : `ref:${normalised}`
  return parent === null ? own : `${own}|parent:${parent}`
}
