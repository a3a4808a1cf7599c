/**
 * One look serves all that asked before it began, so that nobody gets what was true before asking. Who asks during a look waits for
 * the next, and one look is under way at a time.
 */
export function shareLooks<Seen>(look: () => Promise<Seen>): () => Promise<Seen> {
  let underWay: Promise<unknown> = Promise.resolve()
  let next: Promise<Seen> | null = null
  const begin = (): Promise<Seen> => {
    next = null
    const seen = look()
    underWay = seen.catch(() => {})
    return seen
  }
  return () => (next ??= underWay.then(begin))
}
