import { isUuid, personStream } from '@outstanding/event-store'

/** What to do about the id of a person that is written otherwise. */
export const personIdRemedy = 'Write the id of a person as person-{uuid}, in lower case.'

const prefix = 'person-'

/** The one way in which the API writes the id of a person: `person-{uuid}`, the name of their stream. The log has the uuid alone, too. */
export const personIdOf = (recorded: string): string =>
  personStream((recorded.startsWith(prefix) ? recorded.slice(prefix.length) : recorded).toLowerCase())

/** The uuid in the id of a person; null where the id is written in any other way. */
export function uuidOfPerson(id: string): string | null {
  const uuid = id.startsWith(prefix) ? id.slice(prefix.length) : ''
  return isUuid(uuid) && uuid === uuid.toLowerCase() ? uuid : null
}
