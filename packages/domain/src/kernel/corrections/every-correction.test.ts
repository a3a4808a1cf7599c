import { describe } from 'vitest'
import { expectCorrections } from '../../../testing/expect-corrections.ts'
import { registry } from '../../aggregates.ts'

const correctable = registry.all.filter(({ decider }) => decider.corrections !== undefined)

describe.each(correctable)('a correction in the history of a $name', expectCorrections)
