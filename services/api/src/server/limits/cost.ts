/** What a field and a list count for when an operation's cost is summed up; variables are counted with their values. */
export const cost = { field: 1, list: 5 } as const

export type Limits = {
  /** Fields below one another. */
  readonly depth: number
  /** Fields selected in all, fragments spread out. */
  readonly breadth: number
  readonly cost: number
  readonly aliases: number
}

/** A page of a hundred recommendations, all their fields and a hundred entries of the history of each: that much can be asked by anybody. */
const signedOut: Limits = { depth: 14, breadth: 400, cost: 120_000, aliases: 30 }
const signedIn: Limits = { depth: 18, breadth: 1_000, cost: 400_000, aliases: 60 }

export const limitsFor = (viewer: { readonly signedIn: boolean }): Limits => (viewer.signedIn ? signedIn : signedOut)

/** Words and signs of a document, for everyone: a parsed document is kept for all callers. */
export const maxTokens = 2_500

/** Brackets of a document in one another, before it is parsed: twice what the deepest selection with its arguments has. */
export const maxNesting = 60

/** Bytes of a document, before it is parsed. */
export const maxDocument = 20_000

/** Fields in an answer about the schema itself: it can be asked for as a whole once, by anybody. */
export const maxIntrospection = 450_000

/** Pairs of fields with one name, and of fragments: what takes validation some 50 ms. */
export const maxRepetition = 5_000

/** No page of any list is longer. */
export const maxPage = 100

/** A connection costs its page times what is asked of each node. */
export const pageCost = (args: { first?: number | null; last?: number | null }): { field: number; multiplier: number } => ({
  field: 5,
  multiplier: Math.max(1, args.first ?? args.last ?? defaultPage),
})

export const defaultPage = 20
