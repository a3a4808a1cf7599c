import { createHash } from 'node:crypto'
import type { TreeHead } from '../merkle/verify.ts'

/** A tree head of one log. `origin` names the log, as in "example.gov.uk/outstanding"; it holds no newline. */
export type Checkpoint = TreeHead & { readonly origin: string }

/** The body of a checkpoint (C2SP tlog-checkpoint): origin, size in decimal, root in base64, a line each. */
export const printCheckpoint = ({ origin, size, root }: Checkpoint): string => `${origin}\n${size}\n${root.toString('base64')}\n`

/** Null for whatever is not a checkpoint's body to the letter. Lines that a log may add behind the third are allowed. */
export function parseCheckpoint(text: string): Checkpoint | null {
  const [origin, sizeText, rootText] = text.split('\n')
  if (!origin || sizeText === undefined || rootText === undefined || !text.endsWith('\n')) return null
  const [size, root] = [Number(sizeText), Buffer.from(rootText, 'base64')]
  if (!/^(0|[1-9][0-9]*)$/.test(sizeText) || !Number.isSafeInteger(size)) return null
  if (root.length !== 32 || root.toString('base64') !== rootText) return null
  return { origin, size, root }
}

/** What minutes and exports print: enough to tell one history from another by eye; four groups of four hexadecimal digits. */
export const shortDigest = (checkpoint: Checkpoint): string => {
  const digest = createHash('sha256').update(printCheckpoint(checkpoint)).digest('hex').slice(0, 16)
  return digest.replaceAll(/(.{4})(?=.)/g, '$1-')
}
