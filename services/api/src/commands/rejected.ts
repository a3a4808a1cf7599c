import type { AnswerOf } from './command-result.ts'

type Rejected = AnswerOf<'REJECTED'>

/** A command that cannot even be tried: what is wrong, and what to do. */
export const rejected = (rule: string, field: string, { message, remedy }: Pick<Rejected, 'message' | 'remedy'>): Rejected => ({
  kind: 'REJECTED',
  rule,
  field,
  message,
  remedy,
})

/** The name of a partition. */
export const notASlug = (field: string): Rejected =>
  rejected('isSlug', field, {
    message: 'This is not a slug: a slug has lower-case letters, digits and single hyphens.',
    remedy: 'Write it like "example-borough".',
  })
