import type { IsoDate } from '@outstanding/domain'
import { addDays } from '@outstanding/domain'
import type { Chosen } from '@outstanding/domain/testing'
import { defaultPolicy } from '@outstanding/domain'
import fc from 'fast-check'

export const uuid = (n: number): string => `00000000-0000-5000-8000-${String(n).padStart(12, '0')}`
export const authority = 'example-borough'
export const reportStreams = [1, 2].map((n) => `report-${authority}.${uuid(n)}`)
export const recommendationStreams = [1, 2, 3, 4].map((n) => `recommendation-${authority}.${uuid(n)}`)
export const officeStreams = [1, 2].map((n) => `office-${authority}.${uuid(n)}`)

const firstDay: IsoDate = '2017-01-01'
export const arbitraryDay: fc.Arbitrary<IsoDate> = fc.integer({ min: 0, max: 1_000 }).map((days) => addDays(firstDay, days))

const dated = fc.integer({ min: -200, max: 1_500 }).map((days) => addDays(firstDay, days))
const chosen: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  report: fc.constantFrom(...reportStreams),
  'publication.report': fc.constantFrom(...reportStreams),
  parent: fc.option(fc.constantFrom(...recommendationStreams), { freq: 1 }),
  by: fc.constantFrom(...recommendationStreams),
  into: fc.constantFrom(...recommendationStreams),
  owner: fc.constantFrom(...officeStreams, 'a-partner'),
  to: fc.constantFrom(...officeStreams),
  authority: fc.constant(authority),
  holder: fc.constantFrom(`person-${uuid(1)}`, `person-${uuid(2)}`),
  originalCompletionDate: fc.option(dated, { freq: 3 }),
  date: dated,
  // Of those made up at random hardly any covers what can become of a recommendation.
  categories: fc.constantFrom(defaultPolicy.categories, defaultPolicy.categories.toReversed(), defaultPolicy.categories.slice(1)),
}

/** Streams that there are, and days near each other, so that entries meet. */
export const chosenValues: Chosen = (path) => chosen[path]
