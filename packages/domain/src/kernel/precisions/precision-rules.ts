import type { IsoDate } from '../../envelope.ts'
import { isIsoDate } from '../../dates/calendar-day.ts'
import { allToTheDay, lastDayOf, type DatePrecisions, type KnownTo } from '../../dates/date-precision.ts'
import type { Fields, Shape } from '../fields/field.ts'
import { firstRefusal, refuserOf, type Refusal, type RuleBook } from '../rule-book.ts'

export const precisionRules = {
  dateNamed: {
    of: 'history',
    message: 'a precision is given for a date that this entry does not state',
    remedy: 'Name a date that is entered here, or leave the precision out',
  },
  lastDayOfPeriod: {
    of: 'history',
    message: 'a date known only as a month or a year is entered as its last day',
    remedy: 'Enter the last day, or leave the precision out',
  },
  lessThanDay: {
    of: 'history',
    message: 'a date that is known to the day has no precision',
    remedy: 'Leave the precision out. Only a correction says that the day is known now',
  },
} as const satisfies RuleBook
const refuse = refuserOf(precisionRules)

type Declared = { readonly data: unknown; readonly fields: Fields }
type Stated = {
  readonly effectiveOn: IsoDate
  /** What is to be recorded, with the declaration of each entry: only a declared date can have a precision, so that no free text becomes a path. */
  readonly entries: readonly Declared[]
}

/** A date that is not known to the day stands for its whole period, by the last day of it. The field of a refusal is the date's. */
export const precisionRefusal = (precisions: DatePrecisions | undefined, stated: Stated): Refusal | null =>
  firstRefusal(
    Object.entries(precisions ?? allToTheDay).map(
      ([path, precision]) =>
        () =>
          dateRefusal(path, precision, stated),
    ),
  )

const dateRefusal = (path: string, precision: KnownTo, { effectiveOn, entries }: Stated): Refusal | null => {
  const dates = entries.map(({ data, fields }) => dateAt(fields, data, path.split('.')))
  const date = path === 'effectiveOn' ? effectiveOn : dates.find((found) => found !== null)
  if (date == null) return refuse('dateNamed', path.split('.')[0] ?? path, path)
  const last = lastDayOf(date, precision)
  return date === last ? null : refuse('lastDayOfPeriod', path, `that is ${last}`)
}

type FromCommand = Stated & { readonly commandData: unknown }

/** As `precisionRefusal`, of a command: it says how exactly the dates are known that it states itself, not those that follow from the history. */
export const commandPrecisionRefusal = (precisions: DatePrecisions | undefined, stated: FromCommand): Refusal | null =>
  firstRefusal(
    Object.entries(precisions ?? allToTheDay).map(([path, precision]) => () => {
      if (path !== 'effectiveOn' && !isIsoDate(valueAt(stated.commandData, path.split('.'))))
        return refuse('dateNamed', path.split('.')[0] ?? path, path)
      return precision === 'DAY' ? refuse('lessThanDay', path) : dateRefusal(path, precision, stated)
    }),
  )

const dateAt = (fields: Fields, data: unknown, [head = '', ...rest]: readonly string[]): IsoDate | null => {
  const field = Object.hasOwn(fields, head) ? fields[head] : undefined
  return field === undefined ? null : dateIn(field.shape, valueAt(data, [head]), rest)
}

const dateIn = (shape: Shape, value: unknown, rest: readonly string[]): IsoDate | null => {
  if (shape.kind === 'DATE') return rest.length === 0 && isIsoDate(value) ? value : null
  if (shape.kind === 'NULLABLE') return dateIn(shape.of, value, rest)
  return shape.kind === 'OBJECT' ? dateAt(shape.fields, value, rest) : null
}

export const valueAt = (value: unknown, [head, ...rest]: readonly string[]): unknown => {
  if (head === undefined) return value
  return typeof value === 'object' && value !== null && Object.hasOwn(value, head)
    ? valueAt((value as Readonly<Record<string, unknown>>)[head], rest)
    : undefined
}
