import type { Rejection } from '@outstanding/domain'
import { comparePositions } from '@outstanding/event-store'
import type { Followed } from './follow-up.ts'

/** An item in whose history nothing could be recorded, and why. */
export type RefusedItem = { readonly item: string; readonly rejection: Rejection }

/** `last`: the latest place in the log of the entries that followed, null where none did. */
export type ItemsFollowed = { readonly last: string | null; readonly refused: readonly RefusedItem[] }

export const nothingFollowed: ItemsFollowed = { last: null, refused: [] }

/** Takes the items of an act in their order. An item that follows already gives null. */
export async function eachItem(items: readonly string[], follow: (item: string) => Promise<Followed | null>): Promise<ItemsFollowed> {
  let all = nothingFollowed
  for (const item of items) all = together(all, itemFollowed(item, await follow(item)))
  return all
}

const itemFollowed = (item: string, followed: Followed | null): ItemsFollowed => {
  if (followed === null) return nothingFollowed
  return 'position' in followed ? { last: followed.position, refused: [] } : { last: null, refused: [{ item, ...followed }] }
}

export const together = (one: ItemsFollowed, other: ItemsFollowed): ItemsFollowed => ({
  last: later(one.last, other.last),
  refused: [...one.refused, ...other.refused],
})

const later = (one: string | null, other: string | null): string | null => {
  if (one === null || other === null) return one ?? other
  return comparePositions(one, other) > 0 ? one : other
}
