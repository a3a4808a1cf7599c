import type { Block, Item, Paragraph } from '../document/block.ts'
import { fold } from '../document/words.ts'
import { asksAtOnce, formOfAsking } from './asking/asks.ts'
import { candidate, type Candidate } from './candidate.ts'
import { whyExcluded } from './exclusions.ts'
import { under, type HeadingPath } from './heading-path.ts'

type Text = Paragraph | Item
type Section = { path: HeadingPath; texts: Text[] }

/** Of the sections that tell something, at least so many have to end by asking. */
const SHARE = 0.3

/**
 * Some auditors end each section with a paragraph that says who should do what, under no heading of its own. Two sections or more that
 * end so make the form; each has to tell something before.
 */
export function readClosingParagraphs(blocks: Block[], taken: (paragraph: number) => boolean): Candidate[] {
  const telling = sectionsOf(blocks).filter((s) => s.texts.length >= 2)
  const closing = telling.flatMap((section) => {
    const last = section.texts.at(-1)
    const before = section.texts.slice(0, -1)
    if (!last || taken(last.at.paragraph) || !asksOfSomebody(last) || before.some((t) => asksAtOnce(fold(t.text)))) return []
    return [{ last, section }]
  })
  if (closing.length < 2 || closing.length < telling.length * SHARE) return []
  return closing.map(({ last, section }) =>
    candidate(last, last.text, {
      ref: last.kind === 'item' && last.marker.family !== 'bullet' ? last.marker.printed.replace(/[.)]$/, '') : null,
      section: section.path.map((h) => h.text),
      rule: 'loose list',
      reason: 'ends its section by asking, as other sections of the document do',
      evidence: ['siblingsAsk', 'siblingsMostlyAsk'],
    }),
  )
}

/** The text between two headings, outside of tables. */
function sectionsOf(blocks: Block[]): Section[] {
  const sections: Section[] = [{ path: [], texts: [] }]
  for (const block of blocks) {
    const open = sections.at(-1) as Section
    if (block.kind === 'heading') sections.push({ path: under(open.path, block), texts: [] })
    else if (block.kind !== 'table') open.texts.push(block)
  }
  return sections
}

function asksOfSomebody(block: Text): boolean {
  const text = fold(block.text)
  if (block.kind === 'paragraph' && block.quoted) return false
  return asksAtOnce(text) && /^(?:obligation|recommendation)$/.test(formOfAsking(text) ?? '') && whyExcluded(text) === null
}
