import type { Role } from '@outstanding/domain'
import { clerk, signedIn, type Roles } from './role-groups.ts'

/** What can be seen beyond what is published: items not published, names behind roles, the audit's own figures, the schema. */
export type ReadPermission = 'published' | 'unpublished' | 'names' | 'audit'

/** The one table of who may see what. */
export const mayReadThat: Readonly<Record<ReadPermission, Roles>> = {
  published: [...signedIn, 'public'],
  unpublished: signedIn,
  names: signedIn,
  audit: ['auditor', ...clerk],
}

/** Whether the role may see it. */
export const mayRead = (role: Role, permission: ReadPermission): boolean => mayReadThat[permission].includes(role)
