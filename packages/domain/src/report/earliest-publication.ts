import type { IsoDate } from '../envelope.ts'
import type { PublicationFacts } from './publication.ts'

type Published = Pick<PublicationFacts, 'publishedOn' | 'publishedPrecision' | 'adoptedOn'>

/** The first day on which a report can have been published or adopted, by what is known of it; null where nothing is certain. */
export const earliestPublication = ({ publishedOn, publishedPrecision, adoptedOn }: Published): IsoDate | null => {
  const known = [publishedOn === null ? null : earliest[publishedPrecision](publishedOn), adoptedOn].filter((day) => day !== null)
  return known.toSorted()[0] ?? null
}

const earliest = {
  DAY: (day: IsoDate): IsoDate | null => day,
  MONTH: (day: IsoDate): IsoDate | null => `${day.slice(0, 7)}-01`,
  NOT_AFTER: () => null,
  UNKNOWN: () => null,
} as const satisfies Record<Published['publishedPrecision'], (day: IsoDate) => IsoDate | null>
