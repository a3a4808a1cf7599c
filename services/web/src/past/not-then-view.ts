import { longDate, longInstant } from '../words/dates.ts'
import type { PastAsked } from './past-view.ts'
import { address, recommendationPath, reportPath } from './past-links.ts'

export type Kind = 'recommendation' | 'report'

/** What is there today and was not in the past that was asked for. `first` is the first entry of its history. */
export type ThereToday = {
  readonly id: string
  readonly title: string
  readonly history: { readonly edges: readonly { readonly node: { readonly effectiveOn: string; readonly recordedAt: string } }[] }
}

export type NotThenView = {
  readonly title: string
  readonly words: readonly string[]
  readonly ways: readonly { readonly text: string; readonly href: string }[]
}

/** Says when it came and when that was recorded, and leads to the days on which there is something to see. */
export function notThenView(kind: Kind, { id, title, history }: ThereToday, { past, way }: Pick<PastAsked, 'past' | 'way'>): NotThenView {
  const path = kind === 'recommendation' ? recommendationPath(id) : reportPath(id)
  const first = history.edges[0]?.node
  return {
    title,
    words: [
      `This ${kind} is on the register today, but not in the past that you asked for.`,
      ...(first === undefined
        ? []
        : [
            `The first entry about it says what happened on ${longDate(first.effectiveOn)}. It was recorded here on ${longInstant(first.recordedAt)}.`,
          ]),
    ],
    ways: [
      { text: `Show the ${kind} as it stands today`, href: path },
      ...(past.asKnownAt === '' || past.asAt === ''
        ? []
        : [{ text: 'Show it on that day by what we know today', href: address(path, [['asAt', past.asAt]]) }]),
      kind === 'recommendation'
        ? { text: 'Show the recommendations of that day', href: way('/') }
        : { text: 'Show the reports of that day', href: way('/reports') },
    ],
  }
}
