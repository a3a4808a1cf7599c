import { registry } from '@outstanding/domain'
import { isUuid } from '@outstanding/event-store'
import { personIdRemedy, uuidOfPerson } from '../server/identity/person-id.ts'
import type { AnswerOf } from './command-result.ts'
import { rejected } from './rejected.ts'

const personId = /person-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/i

/** The only fields that hold persons: of events, of a person's own commands, and of every command. None of them is shown to the public. */
const personFields: ReadonlySet<string> = new Set([...registry.personFields, 'person', 'onBehalfOf', 'stream', 'entry', 'causedBy'])

const notNamed = (field: string) =>
  rejected('personNotNamed', field, {
    message: 'This names a person, and the id of a person is not shown to the public.',
    remedy: 'Name the office, not the person.',
  })

export const notAPerson = (field: string) =>
  rejected('opaquePersonId', field, { message: 'This is not the id of a person.', remedy: personIdRemedy })

/** Refuses a bare UUID where an office is named: it may be a person's. */
export const refuseUuid = (field: string, value: string) => (isUuid(value) ? notNamed(field) : null)

/** Refuses a person where no person belongs, and where one belongs whatever is not the id of a person. */
export function refusePersonIds(input: object): AnswerOf<'REJECTED'> | null {
  const named = personNamedIn(input)
  if (named !== null) return notNamed(named)
  const wrong = Object.entries(input).find(([name, value]) => registry.personFields.has(name) && uuidOfPerson(String(value)) === null)
  return wrong === undefined ? null : notAPerson(wrong[0])
}

/** The path of the first text that names a person by an id where no person belongs; null where none does. */
function personNamedIn(value: unknown, path = ''): string | null {
  if (typeof value === 'string') return personId.test(value) ? path : null
  if (typeof value !== 'object' || value === null) return null
  for (const [name, part] of Object.entries(value)) {
    const found = personFields.has(name) ? null : personNamedIn(part, path === '' ? name : `${path}.${name}`)
    if (found !== null) return found
  }
  return null
}
