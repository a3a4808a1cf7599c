import type { Timescale } from '@outstanding/domain'
import { builder } from '../graphql/builder.ts'
import { PrintedPrecision } from '../graphql/date-precision.ts'
import { TimescaleGrade } from './enums.ts'

export const TimescaleType = builder.objectRef<Timescale>('Timescale').implement({
  description: 'The timescale as printed, and its grade.',
  fields: (t) => ({
    asPrinted: t.exposeString('asPrinted', {
      nullable: true,
      description: 'The wording of the report, for example "For action over the next six months". Null if there is none.',
    }),
    grade: t.expose('grade', { type: TimescaleGrade, description: 'How the wording is interpreted.' }),
    months: t.exposeInt('months', { nullable: true, description: 'Only with WITHIN_MONTHS.' }),
    date: t.expose('date', { type: 'Date', nullable: true, description: 'Only with BY_DATE. For a month, its last day.' }),
    datePrecision: t.expose('datePrecision', {
      type: PrintedPrecision,
      nullable: true,
      description: 'Whether the report prints a day or only a month. Only with BY_DATE.',
    }),
  }),
})
