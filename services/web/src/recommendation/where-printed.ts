import { longDate } from '@outstanding/wording'
import type { RecommendationNode } from './recommendation-node.ts'

/** When its report was published, as exactly as it is known. */
export const publishedWords = ({ publishedOn, publishedAsPrinted, seenIn }: RecommendationNode['report']): string =>
  publishedAsPrinted !== null
    ? `published ${publishedAsPrinted}`
    : publishedOn !== null
      ? `published ${longDate(publishedOn)}`
      : seenIn === null
        ? 'date of publication not known'
        : `seen in: ${seenIn}`

/** `page 4`, `pages 4 to 6`, however the page was written down. */
function numbered(what: string, value: string | null): string | null {
  if (value === null || /^[a-z]/i.test(value)) return value
  const range = /^(\d+)\s*[-–]\s*(\d+)$/.exec(value)
  return range ? `${what}s ${range[1]} to ${range[2]}` : `${what} ${value}`
}

/** Where in which document it is printed. */
export function placeWords(place: RecommendationNode['place']): string | null {
  if (place === null) return null
  const parts = [place.document, place.heading, numbered('page', place.page), numbered('paragraph', place.paragraph)]
  return parts.filter((part) => part !== null).join(', ')
}
