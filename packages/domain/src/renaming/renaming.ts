import { name } from '../kernel/fields/declare.ts'
import { attribute, type Value } from '../kernel/provenance/attribute.ts'

/** What can be renamed: an office, a committee. It stays the same whatever it is called. */
export type Renamable = {
  /** Empty before it exists. */
  readonly name: string
  /** Oldest first: they stay found. */
  readonly formerNames: readonly string[]
}

/** The fields of the event. The command states the new name; the former one is taken from the history. */
export const renaming = { name, formerName: name } as const
export const formerName = (_: unknown, { name: now }: Renamable): { readonly formerName: string } => ({ formerName: now })

export const renamed = <State extends Renamable>(state: State, data: { readonly name: string; readonly formerName: string }): State => ({
  ...state,
  name: data.name,
  formerNames: [...state.formerNames, data.formerName],
})

/** The name that it had first. */
export const firstName = ({ name: now, formerNames }: Renamable): string => formerNames[0] ?? now

export const nameValues = ({ name: now, formerNames }: Renamable): readonly Value<'NAME' | 'FORMER_NAME'>[] => [
  ...attribute('NAME' as const, now || null),
  ...formerNames.flatMap((former) => attribute('FORMER_NAME' as const, former, former)),
]
