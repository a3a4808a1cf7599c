import type { Role } from '@outstanding/domain'
import type { Terms } from './terms.ts'

/** Who recorded an entry, where no name may be shown. */
export const roleNames: Terms<Role> = {
  officer: 'an officer',
  'committee-member': 'a committee member',
  'responsible-member': 'the responsible member',
  'lead-officer': 'the lead officer',
  quartet: 'a senior leader',
  auditor: 'an auditor',
  'information-governance': 'an information governance officer',
  administrator: 'an administrator',
  public: 'a member of the public',
}
