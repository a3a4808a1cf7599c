import { expect, test } from 'vitest'
import { registerNotice } from './register-notice.ts'

const answerOf = (halted: string | null, parkedStreams: number) => ({ data: {}, extensions: { builtFrom: { halted, parkedStreams } } })

test.each([
  ['nothing is wrong', answerOf(null, 0), null],
  ['the API says nothing of it', { data: {} }, null],
  ['the log was set back', answerOf('LOG', 2), 'does not match its log'],
  ['an event cannot be projected', answerOf('EVENT', 0), 'is not up to date'],
  ['one item is parked', answerOf(null, 1), 'of one item cannot be shown'],
  ['many are', answerOf(null, 1_200), 'of 1,200 items cannot be shown'],
])('when %s, the pages say what a reader must know', (_when, answer, words) => {
  const notice = registerNotice(answer)
  if (words === null) expect(notice).toBeNull()
  else expect(notice).toContain(words)
})
