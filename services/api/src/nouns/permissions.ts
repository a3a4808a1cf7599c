import type { Registry, Role } from '@outstanding/domain'
import { registry } from '@outstanding/domain'
import type { Roles } from '@outstanding/identity'
import { clerk, governing } from '@outstanding/identity'
import { allNouns } from './noun.ts'

type AnyNouns = Readonly<Record<string, { readonly permissions: Readonly<Record<string, Roles>> }>>

/** Who may give which command and correct which entry, from the permissions of some nouns. A correction and a removal are the same for all of them. */
export function permissionsIn(nouns: AnyNouns, { commandOfEvent }: Pick<Registry, 'commandOfEvent'>) {
  const table: ReadonlyMap<string, Roles> = new Map([
    ['CorrectEntry', clerk],
    ['RemovePersonalData', governing],
    ...Object.values(nouns).flatMap(({ permissions }) => Object.entries(permissions)),
  ])
  /** A command that is not in the table may be given by nobody. */
  const rolesFor = (command: string): Roles => table.get(command) ?? []
  const mayExecute = (role: Role, command: string): boolean => rolesFor(command).includes(role)
  return {
    table,
    rolesFor,
    mayExecute,
    /** Nobody corrects what they may not record. */
    mayCorrect: (role: Role, event: string): boolean =>
      mayExecute(role, 'CorrectEntry') && mayExecute(role, commandOfEvent.get(event) ?? ''),
  }
}

/** Those of the nouns that are registered. */
export const permissions = () => permissionsIn(allNouns(), registry)
