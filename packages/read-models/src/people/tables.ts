import type { Sealed } from '@outstanding/domain'
import { defineTable } from '@outstanding/projection'

/** `name` as it was sealed, with what it is bound to; opened by who has the key, and nobody once that is gone. */
export type PersonTableRow = {
  stream: string
  person: string
  name: Sealed | null
  sealed_by: 'PersonRegistered' | 'PersonRenamed' | null
  sealed_in: string | null
  erased: boolean
}

export const personTable = defineTable<PersonTableRow>({
  name: 'person',
  columns: {
    stream: 'text collate "C" not null',
    person: 'text collate "C" not null',
    name: 'json',
    sealed_by: 'text',
    sealed_in: 'text',
    erased: 'boolean not null',
  },
  primaryKey: ['person'],
  indexes: ['(stream)'],
})
