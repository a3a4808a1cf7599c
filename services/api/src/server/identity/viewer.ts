import type { Actor, Role } from '@outstanding/domain'
import { verifyToken } from '@outstanding/identity'
import type { Bar, BarredTokens, TokenKeys, TokenReason } from '@outstanding/identity'

/** Who asks. A role comes only from a checked token. Without one, the viewer is the public. */
export type Viewer =
  | { readonly signedIn: true; readonly role: Role; readonly actor: Actor; readonly name: string }
  | { readonly signedIn: false; readonly role: 'public'; readonly actor: null; readonly name: null }

/** What a token is checked by. */
export type Tokens = Pick<BarredTokens, 'barOf'> & { readonly keys: TokenKeys }

export type ViewerResult = { readonly ok: true; readonly viewer: Viewer } | { readonly ok: false; readonly reason: TokenReason | Bar }

export const nobody: Viewer = { signedIn: false, role: 'public', actor: null, name: null }

/** From the header `authorization: Bearer ...`. Cookies are ignored, so another site cannot act for its visitors. */
export async function viewerOf(authorization: string | null | undefined, { keys, barOf }: Tokens): Promise<ViewerResult> {
  if (!authorization) return { ok: true, viewer: nobody }
  const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1]
  if (!token) return { ok: false, reason: 'malformed' }
  const verified = await verifyToken(keys, token)
  if (!verified.ok) return verified
  const bar = await barOf({ id: verified.id, person: verified.actor.id })
  if (bar !== null) return { ok: false, reason: bar }
  return { ok: true, viewer: { signedIn: true, role: verified.actor.role, actor: verified.actor, name: verified.name } }
}
