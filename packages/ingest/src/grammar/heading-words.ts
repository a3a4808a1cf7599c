import { fold } from '../document/words.ts'

const NUMBERING =
  /^(?:(?:section|part|chapter|appendix|annexe?|schedule|volume|table)\s+[\dA-Z]{1,3}\b\s*[.:–—-]?\s*|\(?\d{1,2}(?:\.\d{1,2}){0,2}[.):]?\s+|[A-Z][.)]\s+|[ivx]{1,4}[.)]\s+)/i

/** A heading's words without its number, its brackets and its colon, in small letters. */
export function bareHeading(text: string): string {
  return fold(text)
    .replace(/^[^\p{L}\p{N}("“‘']+/u, '')
    .replace(NUMBERING, '')
    .replace(/\s*\([^)]*\)\s*$/, '')
    .replace(/[\s:.?–—-]+$/, '')
    .replace(/[‘’]/g, '’')
    .toLowerCase()
    .trim()
}

/** A heading's words in its own letters, without the colon at its end. */
export function headingAsPrinted(heading: string): string {
  return fold(heading).replace(/\s*:$/, '')
}
