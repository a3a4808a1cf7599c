import { z } from 'zod'
import { isoDate, text } from './parts.ts'

export const entryCorrected = z.strictObject({
  entry: text,
  reason: text,
  change: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('VOID') }),
    z.strictObject({ kind: z.literal('REPLACE'), fields: z.record(z.string(), z.unknown()), effectiveOn: isoDate.optional() }),
  ]),
})
