import { expect, test } from 'vitest'
import { placeWords } from './where-printed.ts'

const place = { document: 'Pack', heading: null, page: null, paragraph: null }

test.each([
  [{ page: '4' }, 'Pack, page 4'],
  [{ page: '105-112' }, 'Pack, pages 105 to 112'],
  [{ page: '4 – 6', paragraph: '12' }, 'Pack, pages 4 to 6, paragraph 12'],
  [{ page: 'Appendix B', heading: 'Tracking' }, 'Pack, Tracking, Appendix B'],
  [{ paragraph: '4.1-2' }, 'Pack, paragraph 4.1-2'],
])('%j is %s', (given, words) => expect(placeWords({ ...place, ...given })).toBe(words))

test('no place, no words', () => expect(placeWords(null)).toBeNull())
