import { mentionsIn } from '@outstanding/domain'
import type { Hidden, Reader } from '../nouns/noun.ts'
import { nounOf } from '../nouns/noun.ts'

/**
 * The one rule for whatever speaks of other items: the reader is shown it only where every item that it mentions is shown to them.
 * `value` is what it holds as data: an entry's, a link's, a value's. Asked of today's view, as what is withheld is withheld from the past.
 */
export const mayBeShown = (reader: Reader, value: unknown): Promise<boolean> => allSeen(reader, mentionsIn(value))

/** As `mayBeShown`, of ids that are known already. */
export async function allSeen(reader: Reader, ids: readonly string[]): Promise<boolean> {
  if (reader.audience === 'ALL') return true
  const answers = await Promise.all(ids.map((id) => isSeen(reader, id)))
  return answers.every(Boolean)
}

/** The id of no noun of ours tells nothing. */
const isSeen = async (reader: Reader, id: string): Promise<boolean> => {
  const isShown = (await nounOf(id)?.isShown(id, reader)) ?? true
  return isShown && (await hiddenFrom(reader, id))?.isWhole !== true
}

/** What of an item is kept from this reader, though the item is shown; null where nothing is. */
export const hiddenFrom = async (reader: Reader, id: string): Promise<Hidden | null> =>
  reader.audience === 'ALL' ? null : ((await nounOf(id)?.hiddenOf?.(id, reader)) ?? null)

type OfItem = { readonly field: string; readonly key: string }

/** Of the values of an item, those that may be shown, in their order. */
export async function shownValues<Value extends OfItem>(reader: Reader, item: string, values: readonly Value[]): Promise<Value[]> {
  const hidden = await hiddenFrom(reader, item)
  return shownOf(reader, hidden === null ? values : values.filter((value) => !hidden.hidesValue(value)))
}

/** Of several, those that may be shown, in their order. */
export async function shownOf<Value>(reader: Reader, values: readonly Value[]): Promise<Value[]> {
  if (reader.audience === 'ALL') return [...values]
  const shown = await Promise.all(values.map((value) => mayBeShown(reader, value)))
  return values.filter((_value, index) => shown[index])
}

type Sides = { readonly before: unknown; readonly after: unknown }

/** Changes of values of an item as the reader may see them: a side that may not be shown is none, and none on both sides is no change. */
export async function shownChanges<Change extends Sides & OfItem>(
  reader: Reader,
  item: string,
  all: readonly Change[],
): Promise<readonly Change[]> {
  if (reader.audience === 'ALL') return all
  const hidden = await hiddenFrom(reader, item)
  const changes = hidden === null ? all : all.filter((change) => !hidden.hidesValue(change))
  const side = async (value: unknown) => ((await mayBeShown(reader, value)) ? value : null)
  const shown = await Promise.all(
    changes.map(async (change) => ({ ...change, before: await side(change.before), after: await side(change.after) })),
  )
  return shown.filter(({ before, after }) => before !== null || after !== null)
}
