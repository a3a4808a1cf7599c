import { createHash, timingSafeEqual } from 'node:crypto'
import type { Metadata } from '@grpc/grpc-js'
import type { NodeAccess } from './node-access.ts'

/** Who a caller is: the one whom the node knows, somebody with another user name or password, or somebody who gave neither. */
export type Caller = 'known' | 'impostor' | 'anonymous'

/** Tells who calls, by the `authorization` header of the call. */
export type Gate = (metadata: Metadata) => Caller

/** Without access control, every caller is accepted, as on a real server started with `--insecure`. */
export function createGate(access: Pick<NodeAccess, 'user' | 'password'> | undefined): Gate {
  if (access === undefined) return () => 'known'
  const expected = digest(`${access.user}:${access.password}`)
  return (metadata) => {
    const header = metadata.get('authorization')[0]?.toString()
    if (header === undefined) return 'anonymous'
    const credentials = /^Basic +([A-Za-z0-9+/=_-]+) *$/i.exec(header)?.[1] ?? ''
    // Digests are of one length, so the time taken says nothing about how much of a guess was right.
    return timingSafeEqual(digest(Buffer.from(credentials, 'base64')), expected) ? 'known' : 'impostor'
  }
}

function digest(content: string | Buffer): Buffer {
  return createHash('sha256').update(content).digest()
}
