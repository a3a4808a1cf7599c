import { createHash } from 'node:crypto'

/** A SHA-256 digest: 32 bytes. */
export type Hash = Buffer

const leafPrefix = Buffer.of(0)
const nodePrefix = Buffer.of(1)

/** RFC 6962, section 2.1: the prefix keeps a leaf from ever passing for a node. */
export const hashLeaf = (content: Uint8Array): Hash => createHash('sha256').update(leafPrefix).update(content).digest()

export const hashNode = (left: Uint8Array, right: Uint8Array): Hash =>
  createHash('sha256').update(nodePrefix).update(left).update(right).digest()

/** The root of a tree without leaves. */
export const emptyRoot = (): Hash => createHash('sha256').digest()
