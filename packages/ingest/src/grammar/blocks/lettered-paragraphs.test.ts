import { expect, test } from 'vitest'
import type { Block } from '../../document/block.ts'
import { letteredParagraphs } from './lettered-paragraphs.ts'

const kinds = (...texts: string[]) =>
  letteredParagraphs(
    texts.map((text): Block => ({ kind: 'paragraph', text, bold: false, indent: 0, at: { page: null, paragraph: 1 } })),
  ).map((b) => (b.kind === 'item' ? `${b.marker.printed}: ${b.text}` : b.kind))

test('paragraphs lettered without a stop are items', () => {
  expect(kinds('Summary', 'a Publish the method.', 'b Work with the Department.')).toEqual([
    'paragraph',
    'a: Publish the method.',
    'b: Work with the Department.',
  ])
})

test('an article before a name is no letter of a list', () => {
  expect(kinds('a British bank lent the money.', 'The council repaid it.')).toEqual(['paragraph', 'paragraph'])
})
