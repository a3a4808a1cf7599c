import type { Role } from '@outstanding/domain'

type TokenRole = Exclude<Role, 'public'>

/** The word to type for each role; the role's own name does too. `public` has none: it needs no token. */
const wordOfRole: Readonly<Record<TokenRole, string>> = {
  officer: 'officer',
  'committee-member': 'committee',
  'responsible-member': 'member',
  'lead-officer': 'lead',
  quartet: 'quartet',
  auditor: 'auditor',
  'information-governance': 'governance',
  administrator: 'admin',
}
const tokenRoles = Object.keys(wordOfRole) as readonly TokenRole[]

/** The words to offer, one a role. */
export const roleWords: readonly string[] = tokenRoles.map((role) => wordOfRole[role])

/** The role that a word stands for; null where it stands for none. */
export const roleFromWord = (word: string): TokenRole | null =>
  tokenRoles.find((role) => role === word || wordOfRole[role] === word) ?? null
