import type { IsoDate } from '../envelope.ts'
import type { ReportListed, ReportRegistered } from './events.ts'
import { lastDayOfMonth } from '../dates/months.ts'
import { firstOf, needs, needsDayOrNone, needsSlug, needsText, type Check } from '../field/check-field.ts'

type Registered = ReportRegistered['data']

const needsTextOrNone = (field: string, value: string | null): Check => (value === null ? null : needsText(field, value))

const checkPublished = ({ publishedOn, publishedPrecision }: Registered, today: IsoDate): Check =>
  firstOf(
    needsDayOrNone('publishedOn', publishedOn),
    needs(
      (publishedOn === null) === (publishedPrecision === 'UNKNOWN'),
      'publishedOnHasItsPrecision',
      'publishedPrecision',
      'A date of publication has a precision (DAY, MONTH or NOT_AFTER); without a date it is UNKNOWN.',
    ),
    needs(
      publishedPrecision !== 'MONTH' || publishedOn === null || publishedOn === lastDayOfMonth(publishedOn),
      'monthIsItsLastDay',
      'publishedOn',
      'A date known as a month is entered as the last day of that month.',
    ),
    needs(
      (publishedOn ?? '') <= today || publishedPrecision === 'MONTH',
      'notAfterToday',
      'publishedOn',
      `It cannot have been published after today, ${today}.`,
    ),
  )

/** What a registration must hold, whatever the stream's state: checked again on a correction. */
export const checkRegistered = (report: Registered, today: IsoDate): Check =>
  firstOf(
    needsText('title', report.title),
    needsText('publisher', report.publisher),
    needsText('framework', report.framework),
    needsSlug('authority', report.authority),
    needsText('authorityName', report.authorityName),
    needsTextOrNone('reference', report.reference),
    needsTextOrNone('addressee', report.addressee),
    checkPublished(report, today),
    needsDayOrNone('inspectedFrom', report.inspectedFrom),
    needsDayOrNone('inspectedTo', report.inspectedTo),
    needs(
      report.inspectedFrom === null || report.inspectedTo === null || report.inspectedFrom <= report.inspectedTo,
      'inspectionEndsAfterItBegins',
      'inspectedTo',
      `The inspection began on ${report.inspectedFrom}; it cannot have ended before.`,
    ),
    needs(
      report.documentDigest === null || /^sha256:[0-9a-f]{64}$/.test(report.documentDigest),
      'digestShape',
      'documentDigest',
      'A digest is sha256: and 64 lower-case hexadecimal digits.',
    ),
    needs(
      report.documentDigest !== null || report.seenIn === null || report.seenIn.trim() !== '',
      'textRequired',
      'seenIn',
      'Say where the report was seen.',
    ),
  )

export const checkListed = (report: ReportListed['data']): Check =>
  firstOf(
    needsText('title', report.title),
    needsText('publisher', report.publisher),
    needsSlug('authority', report.authority),
    needsText('authorityName', report.authorityName),
    needsText('seenIn', report.seenIn),
  )
