import type { Actor, Role } from '@outstanding/domain'

/** Who asks. `actor` is null when signed out; a role is never taken from anything but a checked token. */
export type Viewer = { readonly signedIn: boolean; readonly role: Role; readonly actor: Actor | null; readonly name: string | null }

export const nobody: Viewer = { signedIn: false, role: 'public', actor: null, name: null }
