import type { ReadModel } from '@outstanding/projection'
import { shouted, withModels } from '../../../packages/read-models/testing/later-models.ts'

/** The read models of a later release: titles of recommendations are in capitals. Each row takes some time. */
export function laterModels(slowlyMs = 0): readonly ReadModel[] {
  const changed = shouted('recommendation-list', 'title')
  const rows: ReadModel['rows'] = (state, stream) => {
    if (slowlyMs > 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, slowlyMs)
    return changed.rows(state, stream)
  }
  return withModels([{ ...changed, rows }])
}
