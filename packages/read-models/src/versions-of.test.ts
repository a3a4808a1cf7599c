import { registry } from '@outstanding/domain'
import { describe } from 'vitest'
import { expectVersions } from '../testing/expect-versions.ts'
import { allReadModels } from './all-read-models.ts'

describe('the versions of every read model', () => expectVersions(registry, allReadModels))
