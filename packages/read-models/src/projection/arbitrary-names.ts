import type { IsoDate } from '@outstanding/domain'
import { addDays } from '@outstanding/domain'
import fc from 'fast-check'

export const uuid = (n: number): string => `00000000-0000-5000-8000-${String(n).padStart(12, '0')}`
export const authority = 'example-borough'
export const reportStreams = [1, 2].map((n) => `report-${authority}.${uuid(n)}`)
export const recommendationStreams = [1, 2, 3, 4].map((n) => `recommendation-${authority}.${uuid(n)}`)
export const officeStreams = [1, 2].map((n) => `office-${authority}.${uuid(n)}`)

export const firstDay: IsoDate = '2017-01-01'
export const arbitraryDay: fc.Arbitrary<IsoDate> = fc.integer({ min: 0, max: 1_000 }).map((days) => addDays(firstDay, days))
