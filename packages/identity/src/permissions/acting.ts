import type { Principal, Role } from '@outstanding/domain'

/** For which principals of one kind a role may record: all, those that are its own (the office held, the person), or none. */
type Reach = 'ANY' | 'OWN' | 'NONE'
type Reaches = Readonly<Record<Principal['kind'], Reach>>

const clerk: Reaches = { office: 'ANY', body: 'ANY', person: 'ANY' }
const forThemselves: Reaches = { office: 'OWN', body: 'NONE', person: 'OWN' }
const nobody: Reaches = { office: 'NONE', body: 'NONE', person: 'NONE' }

/**
 * The one table of whose act each role may record. A scrutiny officer is the clerk of the committees, and writes down what offices and
 * bodies sent in. Everybody else records for an office that they hold, or for themselves; members of a committee record nothing.
 */
export const mayActFor: Readonly<Record<Role, Reaches>> = {
  officer: clerk,
  administrator: clerk,
  'responsible-member': forThemselves,
  'lead-officer': forThemselves,
  quartet: forThemselves,
  auditor: forThemselves,
  'committee-member': nobody,
  'information-governance': forThemselves,
  public: nobody,
}
