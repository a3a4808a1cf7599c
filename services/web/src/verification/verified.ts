import type { VerificationPageQuery } from '../queries/queries.ts'

/** The head of the log's tree, signed. */
export type Checkpoint = NonNullable<VerificationPageQuery['verification']['checkpoint']>
