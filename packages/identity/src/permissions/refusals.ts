import type { Principal, Role } from '@outstanding/domain'
import type { Roles } from './role-groups.ts'

/** A role as people call it. */
const roleNames: Readonly<Record<Role, string>> = {
  officer: 'scrutiny officer',
  'committee-member': 'committee member',
  'responsible-member': 'responsible member',
  'lead-officer': 'lead officer',
  quartet: 'senior leader',
  auditor: 'auditor',
  'information-governance': 'information governance officer',
  administrator: 'administrator',
  public: 'not signed in',
}

/** Why a role may not give a command that others (`permitted`) may, and whom to ask: sentences for people. */
export const commandRefusal = (role: Role, permitted: Roles): string =>
  `Your role (${roleNames[role]}) cannot record this. Ask ${permitted.includes('officer') ? 'a scrutiny officer' : 'an administrator'}.`

/** Why a role may not record another's act. */
export const actingRefusal = (role: Role, kind: Principal['kind']): string => {
  const whose = { office: 'for an office that you do not hold', body: 'for a committee or body', person: 'for another person' }[kind]
  return `Your role (${roleNames[role]}) cannot record ${whose}. Ask a scrutiny officer.`
}

/** Why a role may not read something. */
export const readRefusal = (role: Role): string => `Your role (${roleNames[role]}) cannot see this. Ask a scrutiny officer or an auditor.`
