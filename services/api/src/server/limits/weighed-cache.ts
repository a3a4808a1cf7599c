/** Values by texts, as many as weigh so much together. */
export type WeighedCache<Value> = {
  get(text: string): Value | undefined
  keep(text: string, value: Value): void
  clear(): void
  /** An estimate of what is kept, in bytes. */
  weight(): number
}

/** Those that were not asked for longest go first. */
export function createWeighedCache<Value>(maxBytes: number, weightOf: (text: string, value: Value) => number): WeighedCache<Value> {
  const known = new Map<string, Value>()
  let weight = 0
  const forget = (text: string, value: Value): void => {
    known.delete(text)
    weight -= weightOf(text, value)
  }
  return {
    get(text) {
      const found = known.get(text)
      if (found === undefined) return undefined
      known.delete(text)
      known.set(text, found)
      return found
    },
    keep(text, value) {
      const before = known.get(text)
      if (before !== undefined) forget(text, before)
      known.set(text, value)
      weight += weightOf(text, value)
      for (const [oldest, one] of known) {
        if (weight <= maxBytes) break
        forget(oldest, one)
      }
    },
    clear() {
      known.clear()
      weight = 0
    },
    weight: () => weight,
  }
}
