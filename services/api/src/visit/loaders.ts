import { findingsOfVisits, visitsById, visitsInReports } from '@outstanding/read-models/visits'
import { defineLoader } from '../as-of/loader.ts'

/** Null where the reader sees no such visit. */
export const visitById = defineLoader(({ snapshot, audience }, ids, asAt) => visitsById(snapshot, ids, { audience, asAt }))

/** By the report's id. */
export const visitsOfReport = defineLoader(({ snapshot, audience }, ids, asAt) => visitsInReports(snapshot, ids, { audience, asAt }))

/** By the visit's id. */
export const findingsOfVisit = defineLoader(({ snapshot }, ids, asAt) => findingsOfVisits(snapshot, ids, { asAt }))
