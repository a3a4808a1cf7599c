import type { PersonEvent, Recorded } from '@outstanding/domain'
import type { ReadModel } from '../read-model.ts'
import type { PersonTableRow } from './tables.ts'
import { personTable } from './tables.ts'

const category = 'person'

/** Sealed names by opaque id. An erased person keeps a row, without a name. */
export const people: ReadModel = {
  name: 'people',
  category,
  tables: [personTable],
  rows({ stream, events }) {
    const nobody: PersonTableRow = {
      stream,
      person: stream.slice(category.length + 1),
      name: null,
      sealed_by: null,
      sealed_in: null,
      erased: false,
      revision: events.at(-1)?.revision ?? 0,
    }
    return { [personTable.name]: [(events as readonly Recorded<PersonEvent>[]).reduce(next, nobody)] }
  },
}

function next(row: PersonTableRow, event: Recorded<PersonEvent>): PersonTableRow {
  switch (event.type) {
    case 'PersonRegistered':
    case 'PersonRenamed':
      return row.erased ? row : { ...row, name: event.data.name, sealed_by: event.type, sealed_in: event.eventId }
    case 'PersonErased':
      return { ...row, name: null, sealed_by: null, sealed_in: null, erased: true }
    default:
      return row
  }
}
