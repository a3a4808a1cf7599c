import { builder } from './builder.ts'

export const DatePrecision = builder.enumType('DatePrecision', {
  description: 'How exactly a date is known.',
  values: {
    DAY: { description: 'To the day.' },
    MONTH: { description: 'Only the month is known or printed. The date is its last day.' },
    YEAR: { description: 'Only the year is known or printed. The date is its last day.' },
  } as const,
})

/** As a report prints a deadline. */
export const PrintedPrecision = builder.enumType('PrintedPrecision', {
  description: 'How exactly a report prints a deadline.',
  values: {
    DAY: { description: 'It prints the day.' },
    MONTH: { description: 'It prints only the month or the year. The last day of it counts.' },
  } as const,
})
