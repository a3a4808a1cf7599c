import type { PersonEvent, Recorded } from '@outstanding/domain'
import { defineReadModel } from '@outstanding/projection'
import type { PersonTableRow } from './tables.ts'
import { personTable } from './tables.ts'

const category = 'person'

type Named = Pick<PersonTableRow, 'name' | 'sealed_by' | 'sealed_in' | 'erased'> & { readonly exists: boolean }

/** Sealed names by opaque id. An erased person keeps a row, without a name. */
export const people = defineReadModel<Named, PersonEvent>({
  name: 'people',
  version: 1,
  category,
  tables: [personTable],
  initial: { exists: false, name: null, sealed_by: null, sealed_in: null, erased: false },
  evolve: (state, event) => ({ ...next(state, event), exists: true }),
  rows({ exists, ...named }, stream) {
    if (!exists) return {}
    const row: PersonTableRow = { stream, person: stream.slice(category.length + 1), ...named }
    return { [personTable.name]: [row] }
  },
})

function next(state: Named, event: Recorded<PersonEvent>): Named {
  switch (event.type) {
    case 'PersonRegistered':
    case 'PersonRenamed':
      return state.erased ? state : { ...state, name: event.data.name, sealed_by: event.type, sealed_in: event.eventId }
    case 'PersonErased':
      return { ...state, name: null, sealed_by: null, sealed_in: null, erased: true }
    case 'ErasureRefused':
      return state
  }
}
