import { roles } from '@outstanding/domain'
import { z } from 'zod'
import { integer, isoDate, text } from './parts.ts'

const principal = z.strictObject({ kind: z.enum(['office', 'body', 'person']), id: text.min(1) })

/** Metadata of every event, version 1. */
export const metadataSchema = z.strictObject({
  schemaVersion: integer.min(1),
  effectiveOn: isoDate,
  commandId: z.uuid(),
  index: integer.min(0),
  requestDigest: text.min(1),
  correlationId: text.min(1),
  causationId: text.min(1),
  actor: z.strictObject({ id: text.min(1), role: z.enum(roles), onBehalfOf: principal.optional() }),
  authority: text.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  policy: z.strictObject({ authority: text, version: integer.min(0) }).optional(),
  source: z.strictObject({ system: text, document: text.optional(), place: text.optional(), recordedOn: isoDate.optional() }).optional(),
  illustrative: z.literal(true).optional(),
  traceparent: text.optional(),
})
