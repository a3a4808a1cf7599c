import type { Role } from '@outstanding/domain'

/** What may be typed for a role, and the role. `public` is nobody's: it needs no token. */
const roleByWord: Readonly<Record<string, Exclude<Role, 'public'>>> = {
  officer: 'officer',
  committee: 'committee-member',
  'committee-member': 'committee-member',
  member: 'responsible-member',
  'responsible-member': 'responsible-member',
  lead: 'lead-officer',
  'lead-officer': 'lead-officer',
  quartet: 'quartet',
  auditor: 'auditor',
  governance: 'information-governance',
  'information-governance': 'information-governance',
  admin: 'administrator',
  administrator: 'administrator',
}

/** The words to offer, one a role. */
export const roleWords = ['officer', 'committee', 'member', 'lead', 'quartet', 'auditor', 'governance', 'admin'] as const

/** The role that a word stands for; null where it stands for none. */
export const roleFromWord = (word: string): Exclude<Role, 'public'> | null =>
  Object.hasOwn(roleByWord, word) ? (roleByWord[word] ?? null) : null
