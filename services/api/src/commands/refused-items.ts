import type { Rejection } from '@outstanding/domain'
import { withLongDates } from '@outstanding/wording'
import { builder } from '../graphql/builder.ts'
import { nameOf } from '../nouns/noun.ts'
import type { Context } from '../server/context.ts'
import type { RefusedItem } from './each-item.ts'
import { withNamesOfItems } from './name-items.ts'

/** `name`: how people know the item. */
export type ItemRefusal = Rejection & { readonly item: string; readonly name: string }

export const ItemRefusalType = builder.objectRef<ItemRefusal>('ItemRefusal').implement({
  description: 'An item that a command to several items names, in whose own history nothing was recorded.',
  fields: (t) => ({
    id: t.exposeID('item', { description: 'The `id` of the item.' }),
    name: t.exposeString('name', { description: 'The reference and the title of the item.' }),
    rule: t.exposeString('rule', { description: 'The name of the rule.' }),
    message: t.exposeString('message', { description: 'What is wrong, in one sentence.' }),
    remedy: t.exposeString('remedy', { description: 'What to do next, in one sentence.' }),
  }),
})

/** The refusals in words for people. */
export const namedItems = async (refused: readonly RefusedItem[], context: Context): Promise<readonly ItemRefusal[]> =>
  Promise.all(
    refused.map(async ({ item, rejection }) => ({
      ...rejection,
      item,
      name: (await nameOf(item, await context.readSession.view())) ?? item,
      message: withLongDates(await withNamesOfItems(rejection.message, context)),
    })),
  )
