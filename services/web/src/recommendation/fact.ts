import type { Sources } from '../provenance/sources.ts'

/** One line of a list of facts on a page: its name, its value, what else is to be said, and the entries that gave it. */
export type Fact = { readonly name: string; readonly value: string; readonly detail: string | null; readonly sources: Sources | null }
