import type { ReadModel } from '@outstanding/projection'
import * as readModels from './read-model-list.ts'

/** A new read model is one folder and one line in the list. */
export const allReadModels: readonly ReadModel[] = Object.values(readModels)
