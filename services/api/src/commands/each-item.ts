import { comparePositions } from '@outstanding/event-store'

/** Takes the items of an act in their order; gives the place of the last entry in the log that followed, null where none did. */
export async function eachItem(items: readonly string[], follow: (item: string) => Promise<string | null>): Promise<string | null> {
  let last: string | null = null
  for (const item of items) {
    const position = await follow(item)
    if (position !== null && (last === null || comparePositions(position, last) > 0)) last = position
  }
  return last
}
