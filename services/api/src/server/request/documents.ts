import type { DocumentNode } from 'graphql'

export type Documents = {
  get(text: string): DocumentNode | undefined
  keep(text: string, document: DocumentNode): void
  /** An estimate of what is kept, in bytes. */
  weight(): number
}

/** What a token of a document takes in memory with its part of the tree, in bytes; see `documents.test.ts`. */
const bytesOfToken = 600

export const weightOf = (text: string, { tokenCount }: DocumentNode): number => 2 * text.length + bytesOfToken * (tokenCount ?? text.length)

/** Documents by their texts, as many as weigh so much together; those that were not asked for longest go first. */
export function createDocuments(maxBytes: number): Documents {
  const known = new Map<string, DocumentNode>()
  let weight = 0
  const forget = (text: string, document: DocumentNode): void => {
    known.delete(text)
    weight -= weightOf(text, document)
  }
  return {
    get(text) {
      const found = known.get(text)
      if (!found) return undefined
      known.delete(text)
      known.set(text, found)
      return found
    },
    keep(text, document) {
      const before = known.get(text)
      if (before) forget(text, before)
      known.set(text, document)
      weight += weightOf(text, document)
      for (const [oldest, one] of known) {
        if (weight <= maxBytes) break
        forget(oldest, one)
      }
    },
    weight: () => weight,
  }
}
