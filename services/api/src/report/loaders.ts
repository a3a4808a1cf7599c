import { findingsOf, judgementsOf, reportsById } from '@outstanding/read-models'
import { defineLoader } from '../as-of/loader.ts'

/** Null where the reader sees no such report. */
export const reportById = defineLoader(({ snapshot, audience }, ids, asAt) => reportsById(snapshot, ids, { audience, asAt }))

/** By the report's id. */
export const judgementsOfReport = defineLoader(({ snapshot }, ids, asAt) => judgementsOf(snapshot, ids, { asAt }))

/** By the report's id. */
export const findingsOfReport = defineLoader(({ snapshot }, ids, asAt) => findingsOf(snapshot, ids, { asAt }))
