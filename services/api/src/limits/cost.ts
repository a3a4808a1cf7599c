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

/** Twelve levels reach from a page of recommendations to the category in an entry of its history; nothing real needs more. */
const signedOut: Limits = { depth: 14, breadth: 400, cost: 60_000, aliases: 30 }
const signedIn: Limits = { depth: 18, breadth: 1_000, cost: 300_000, aliases: 60 }

export const limitsFor = (viewer: { readonly signedIn: boolean }): Limits => (viewer.signedIn ? signedIn : signedOut)

/** Words and signs of a document, for everyone: what was parsed once is kept, whoever sent it. */
export const mostTokens = 4_000

/** No page of any list is longer. */
export const longestPage = 100

/** A connection costs its page times what is asked of each node. */
export const pageCost = (args: { first?: number | null; last?: number | null }): { field: number; multiplier: number } => ({
  field: 5,
  multiplier: Math.max(1, args.first ?? args.last ?? defaultPage),
})

export const defaultPage = 20
