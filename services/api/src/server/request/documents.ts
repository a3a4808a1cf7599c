import type { DocumentNode } from 'graphql'
import type { WeighedCache } from '../limits/weighed-cache.ts'
import { createWeighedCache } from '../limits/weighed-cache.ts'

/** What a token of a document takes in memory with its part of the tree, in bytes; see `documents.test.ts`. */
const bytesOfToken = 600

export const weightOf = (text: string, { tokenCount }: DocumentNode): number => 2 * text.length + bytesOfToken * (tokenCount ?? text.length)

/** Parsed documents by their texts. */
export const createDocuments = (maxBytes: number): WeighedCache<DocumentNode> => createWeighedCache(maxBytes, weightOf)
