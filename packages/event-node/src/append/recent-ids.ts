/** Where an event with this id was last written. */
export type KnownId = { readonly streamId: number; readonly revision: number; readonly position: number }

/** The newest event ids: what makes a repeated append that expects ANY harmless for a while, though not for ever. */
export type RecentIds = {
  note(id: string, place: KnownId): void
  find(id: string): KnownId | undefined
  clear(): void
}

/** As many as the real server was seen to remember: 50 000 later events, but not 100 000. */
const CAPACITY = 80_000

export function createRecentIds(capacity: number = CAPACITY): RecentIds {
  const places = new Map<string, KnownId>()
  return {
    note(id, place) {
      places.delete(id)
      places.set(id, place)
      if (places.size > capacity) places.delete(places.keys().next().value as string)
    },
    find(id) {
      const place = places.get(id)
      if (place === undefined) return undefined
      places.delete(id)
      places.set(id, place)
      return place
    },
    clear: () => places.clear(),
  }
}
