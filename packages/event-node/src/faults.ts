/** An append as the faults see it. */
export type AppendSeen = {
  readonly stream: string
  readonly mode: 'batch' | 'classic'
  readonly events: number
  readonly connectionName: string | undefined
}

/**
 * Faults that a test can have the node commit, to see how a client bears them. Each is asked at its moment and says what
 * is to go wrong; undefined, nothing does. There is no way to set them from outside the process.
 */
export type Faults = {
  /** Before an append is taken in: refuse it as a follower would, naming the leader. */
  readonly refuseAsFollower?: (append: AppendSeen) => { readonly leaderHost: string; readonly leaderPort: number } | undefined
  /** After an append is durable, before its answer: say nothing, say "timed out", or drop the whole connection. */
  readonly afterCommit?: (append: AppendSeen) => 'stay-silent' | 'answer-timeout' | 'drop-connection' | undefined
  /** Before a subscription sends its next live events: end it as a real server ends one whose consumer is too slow. */
  readonly abortAsTooSlow?: (subscription: { readonly stream: string | undefined; readonly delivered: number }) => boolean
  /** Answer the question for the server's features with UNIMPLEMENTED, as servers before 21.10 do. */
  readonly withoutFeatures?: () => boolean
}
