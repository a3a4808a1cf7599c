import type { IsoDate } from '../envelope.ts'
import { addMonths } from './months.ts'

const years = 30

/** The furthest day that anybody plans for from `day` on: what is dated later was mistyped. */
export const furthestDay = (day: IsoDate): IsoDate => addMonths(day, years * 12)
