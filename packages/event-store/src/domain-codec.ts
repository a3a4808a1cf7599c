import type { DomainFact } from '@outstanding/domain'
import { registry } from '@outstanding/domain'
import { codecOf } from './codec.ts'

/** The codec of every event of the product. */
export const { encodeFacts, decodeEvent } = codecOf<DomainFact>(registry)
