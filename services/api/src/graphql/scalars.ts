import { isIsoDate } from '@outstanding/domain'
import { builder } from './builder.ts'
import { scalarError } from '../server/errors/field-error.ts'
import { instantFrom } from '../as-of/instant.ts'

builder.scalarType('Date', {
  description: 'A calendar day in Europe/London, `YYYY-MM-DD`. A day that does not exist is refused.',
  serialize: (value) => value,
  parseValue: (value) => {
    if (isIsoDate(value)) return value
    throw scalarError('isDate', `${printed(value)} is not a day. Use the form YYYY-MM-DD, for example 2018-02-14.`)
  },
})

builder.scalarType('DateTime', {
  description: 'A time in UTC with milliseconds, `YYYY-MM-DDTHH:mm:ss.sssZ`. Used for recorded times.',
  serialize: (value) => value,
  parseValue: (value) => {
    const instant = instantFrom(value)
    if (instant !== null) return instant
    throw scalarError('isDateTime', `${printed(value)} is not a time with its offset. Use the form 2018-02-14T09:30:00Z.`)
  },
})

builder.scalarType('LogPosition', {
  description: 'A position in the log, as decimal digits. Compare two positions as numbers; do not add or subtract them.',
  serialize: (value) => value,
  parseValue: (value) => {
    if (typeof value === 'string' && /^\d{1,19}$/.test(value) && BigInt(value) < 2n ** 63n) return value
    throw scalarError(
      'isPosition',
      `${printed(value)} is not a log position. Use the log position from an earlier answer: a string of digits.`,
    )
  },
})

builder.scalarType('JSON', {
  description: 'Any JSON value: the data of an event, or the fields of a correction.',
  serialize: (value) => value,
})

const printed = (value: unknown): string => JSON.stringify(value)?.slice(0, 60) ?? 'Nothing'
