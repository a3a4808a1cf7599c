type Batch = { readonly caughtUp: boolean }

/**
 * Prepares each batch of the log while the one before it is dealt with, and gives them in their order. The batch that has caught up with
 * the log is the last: no other is waited for. What the preparation of a batch throws is thrown when it is its turn.
 */
export async function* oneAhead<B extends Batch, Prepared>(
  batches: AsyncIterable<B>,
  prepare: (batch: B) => Promise<Prepared>,
): AsyncGenerator<Prepared, void, undefined> {
  let before: Promise<Prepared> | null = null
  for await (const batch of batches) {
    const next = prepare(batch)
    // It may be that nobody asks for it any more.
    next.catch(() => {})
    if (before !== null) yield await before
    before = next
    if (batch.caughtUp) break
  }
  if (before !== null) yield await before
}
