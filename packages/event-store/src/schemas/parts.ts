import { z } from 'zod'

/** A real calendar day, `YYYY-MM-DD`. */
export const isoDate = z.iso.date()
export const isoDateOrNull = isoDate.nullable()
export const text = z.string()
export const textOrNull = z.string().nullable()
/** `sha256:` and 64 hex digits. */
export const digest = z.string().regex(/^sha256:[0-9a-f]{64}$/)
export const integer = z.int()
