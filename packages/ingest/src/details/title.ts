import type { Block, Heading } from '../document/block.ts'
import { fold } from '../document/words.ts'
import { dateIn } from './dates.ts'

const NOT_A_TITLE =
  /^(?:contents|summary|concerns|recommendations?|research briefing|introduction|foreword|preface|executive summary|dear\b|published|page \d|age group|reporting inspector|(?:local area partnership )?report|final report|draft|dear\b.*)\b.{0,12}$/i

/** The title: the first heading, with those that follow it at once and belong to it, folded into one line; else what the file declares. */
export function titleOf(blocks: Block[], declared: string | null): string | null {
  const from = blocks.slice(0, 14)
  const first = from.findIndex((b) => b.kind === 'heading' && b.text.length > 5 && !NOT_A_TITLE.test(fold(b.text)) && !onlyDate(b.text))
  const heading = from[first]
  if (heading?.kind !== 'heading') return declared ? fold(declared) : firstLine(blocks)
  const parts = [fold(heading.text)]
  for (const next of from.slice(first + 1, first + 4)) {
    if (!belongs(next, heading) || onlyDate(next.text)) break
    parts.push(fold(next.text))
  }
  return parts.join(parts.length > 1 && /^(?:of|and|for|in)\b/i.test(parts[1] ?? '') ? ' ' : ': ')
}

function belongs(next: Block, title: Heading): next is Heading {
  if (
    next.kind !== 'heading' ||
    NOT_A_TITLE.test(next.text) ||
    /\b(?:inspection dates?|reporting inspector|published|lead inspector)\b/i.test(next.text)
  )
    return false
  return title.level === null
    ? next.level === null && next.text.length < 90
    : next.level !== null && next.level <= title.level + 1 && next.at.page !== null && next.at.page === title.at.page
}

const onlyDate = (text: string) => dateIn(text) !== null && text.length < 40

function firstLine(blocks: Block[]): string | null {
  const first = blocks.find((b) => b.kind === 'paragraph' && b.text.length > 8 && b.text.length < 160)
  return first?.kind === 'paragraph' ? fold(first.text) : null
}
