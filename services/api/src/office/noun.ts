import { clerk } from '@outstanding/identity'
import type { NounOf } from '../nouns/noun.ts'
import { holdsOffice } from './holds-office.ts'
import { officeById } from './loader.ts'
import './mutations.ts'
import './queries.ts'
import './transfers.ts'
import { undoInOrder } from './undo-in-order.ts'

export const office: NounOf<'office'> = {
  permissions: {
    CreateOffice: clerk,
    AppointHolder: clerk,
    ReleaseHolder: clerk,
    RenameOffice: clerk,
    ChangePortfolio: clerk,
    TransferService: clerk,
    AbolishOffice: clerk,
  },
  isShown: async () => true,
  feed: 'SIGNED_IN',
  nameOf: async (id, { load }) => (await load(officeById, id))?.name ?? null,
  isHeldBy: ({ store, effectiveOn, today }, id, person) => holdsOffice(store, { office: id, person, days: [effectiveOn, today] }),
  undoInOrder,
}
