import { stripTypeScriptTypes } from 'node:module'

/**
 * TypeScript as JavaScript, by Node's own hand: it blanks what is type, and the blanks are taken out here, so that people can
 * read what is left.
 */
export function withoutTypes(source: string): string {
  const blanked = quietly(() => stripTypeScriptTypes(source))
  const isErased = (at: number): boolean => blanked[at] === ' ' && source[at] !== ' '
  /** A space of the source between two things that were erased goes with them. */
  const isBetween = (at: number): boolean => source[at] === ' ' && isErased(at - 1) && isErased(at + 1)
  let text = ''
  for (let at = 0; at < blanked.length; at += 1) if (!isErased(at) && !isBetween(at)) text += blanked[at] ?? ''
  return text
    .replaceAll(/[ \t]+$/gm, '')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
}

/** Node remarks that this function of its is new; the clone's own Node is of one version, and the reader has no use for it. */
function quietly<T>(work: () => T): T {
  const { emitWarning } = process
  process.emitWarning = () => {}
  try {
    return work()
  } finally {
    process.emitWarning = emitWarning
  }
}
