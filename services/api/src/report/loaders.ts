import { findingsLinkedTo, findingsOf, judgementsOf, reportsById } from '@outstanding/read-models'
import { defineLoader } from '../as-of/loader.ts'

/** Null where the reader sees no such report. */
export const reportById = defineLoader(({ snapshot, audience }, ids, asAt) => reportsById(snapshot, ids, { audience, asAt }))

/** By the report's id. */
export const judgementsOfReport = defineLoader(({ snapshot }, ids, asAt) => judgementsOf(snapshot, ids, { asAt }))

/** By the report's id. */
export const findingsOfReport = defineLoader(({ snapshot }, ids, asAt) => findingsOf(snapshot, ids, { asAt }))

/** By the id of a recommendation: the findings that refer to it, whether the reader may see them or not. */
export const findingsReferringTo = defineLoader(({ snapshot }, ids, asAt) => findingsLinkedTo(snapshot, ids, { asAt }))
