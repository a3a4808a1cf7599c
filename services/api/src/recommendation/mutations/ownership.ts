import { refuseUuid } from '../../commands/person-ids.ts'
import { officeOn } from '../../office/office-on.ts'
import { OwnerRole } from '../enums.ts'
import { recommendationCommand } from './recommendation-command.ts'

recommendationCommand('AssignTheme', {
  description: 'Assigns the theme that it is listed under.',
  fields: (t) => ({ theme: t.string({ required: true, description: 'The name of the theme.' }) }),
  data: ({ theme }) => ({ theme }),
})

/** Never reached: an owner that is not there is answered before. */
const unknownOffice = { name: '', abolishedOn: null }

recommendationCommand('AssignOwner', {
  description: 'Assigns an owner: an office or body on the register, never a person.',
  fields: (t) => ({
    owner: t.id({ required: true, description: 'The `id` of an office or body on the register.' }),
    name: t.string({ description: 'Its name on the day of `effectiveOn`. May be left out.' }),
    role: t.field({ type: OwnerRole, required: true, description: 'Its role as an owner.' }),
    asPrinted: t.string({ description: 'As the document names it.' }),
  }),
  refers: async ({ owner }, facts) =>
    refuseUuid('owner', owner) ??
    ((await officeOn(facts.store, owner, facts.effectiveOn)) === null ? { kind: 'NOT_FOUND', id: owner, field: 'owner' } : null),
  data: async ({ owner, name, role, asPrinted }, facts) => {
    const office = (await officeOn(facts.store, owner, facts.effectiveOn)) ?? unknownOffice
    return { owner, name: name ?? office.name, role, asPrinted, office }
  },
})

recommendationCommand('ReleaseOwner', {
  description: 'Records that an owner is no longer responsible.',
  fields: (t) => ({
    owner: t.id({ required: true, description: "The owner: an office's `id`." }),
    reason: t.string({ required: true, description: 'Why it is no longer responsible.' }),
  }),
  refers: async ({ owner }) => refuseUuid('owner', owner),
  data: ({ owner, reason }) => ({ owner, reason }),
})
