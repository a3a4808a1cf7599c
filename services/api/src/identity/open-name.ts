import type { PersonRow } from '@outstanding/read-models'

/** The name that a person's row holds sealed; null where it was removed or cannot be opened any more. */
export type OpenName = (person: PersonRow) => Promise<string | null>
