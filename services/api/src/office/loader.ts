import { officesById } from '@outstanding/read-models/offices'
import { defineLoader } from '../as-of/loader.ts'

export const officeById = defineLoader(({ snapshot }, ids, asAt) => officesById(snapshot, ids, { asAt }))
