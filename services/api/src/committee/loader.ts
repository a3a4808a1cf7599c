import { committeesById } from '@outstanding/read-models/committees'
import { defineLoader } from '../as-of/loader.ts'

export const committeeById = defineLoader(({ snapshot }, ids, asAt) => committeesById(snapshot, ids, { asAt }))
