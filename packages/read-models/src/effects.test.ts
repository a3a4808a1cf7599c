import { registry } from '@outstanding/domain'
import { changeInWords, effectInWords } from '@outstanding/wording'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryLog } from '../testing/arbitrary-log.ts'
import { effectsById } from '@outstanding/projection'

describe('of any log', () => {
  it('every effect has words that a person can read', () =>
    fc.assert(
      fc.property(arbitraryLog(40), (log) => {
        const events = log.flatMap(({ content }) => (content.kind === 'FACT' ? [content.event] : []))
        for (const [stream, ofStream] of Map.groupBy(events, (event) => event.stream))
          for (const changes of effectsById(registry, stream, ofStream).values())
            for (const words of [effectInWords(changes), ...changes.map((change) => changeInWords(change).words)])
              expect(words).toMatch(/^[A-Z](?!.*(undefined|null|\[object|NaN)).*\S$/s)
      }),
      { numRuns: 100 },
    ))
})
