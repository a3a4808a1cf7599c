import { createHash } from 'node:crypto'
import type { Header } from '../request/unreadable.ts'

type Sent = { readonly method: string; readonly url: string; readonly header: Header }

/** What an answer follows from besides the rows, for somebody who is not signed in: what was asked, in which form, and on which day. */
export const keyOf = ({ method, url, header }: Sent, body: Uint8Array, today: string): string =>
  createHash('sha256')
    .update(JSON.stringify([method, url, header('accept') ?? null, header('content-type') ?? null, today]))
    .update(body)
    .digest('base64url')
