import { roles, type Role } from '@outstanding/domain'

export type Roles = readonly Role[]

export const clerk: Roles = ['officer', 'administrator']
export const answering: Roles = ['responsible-member', ...clerk]
export const delivering: Roles = ['lead-officer', ...answering]
export const senior: Roles = ['quartet', ...clerk]
export const testing: Roles = ['auditor', ...clerk]
export const administrator: Roles = ['administrator']
/** Who removes personal data that somebody typed into a text. */
export const governing: Roles = ['information-governance', 'administrator']
/** Everybody with a token. */
export const signedIn: Roles = roles.filter((role) => role !== 'public')
