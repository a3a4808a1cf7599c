import { randomInt } from 'node:crypto'
import fc from 'fast-check'

const isLong = Boolean(process.env['OUTSTANDING_LONG'])

/**
 * `npm test` tries the same examples each time, so that only a change can turn it red; long runs (`npm run test:long`) try new ones.
 * A seed that a failure printed brings its examples back: OUTSTANDING_SEED=N.
 */
export const propertySeed = Number(process.env['OUTSTANDING_SEED'] ?? (isLong ? randomInt(2 ** 31) : 20_261_129))

fc.configureGlobal({ seed: propertySeed })
