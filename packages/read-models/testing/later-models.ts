import type { ReadModel, Row } from '@outstanding/projection'
import { allReadModels } from '../src/all-read-models.ts'

/** A read model as a later release has it: what was written in one column is now in capitals. */
export const shouted = (name: string, column: string): ReadModel => {
  const model = allReadModels.find((one) => one.name === name)
  if (!model) throw new Error(`there is no read model ${name}`)
  return {
    ...model,
    version: model.version + 1,
    rows: (state, stream) =>
      Object.fromEntries(
        Object.entries(model.rows(state, stream)).map(([table, rows]) => [
          table,
          rows.map((row) => ({ ...row, ...inCapitals(row, column) })),
        ]),
      ),
  }
}

const inCapitals = (row: Row, column: string): Row => {
  const cell = row[column]
  return typeof cell === 'string' ? { [column]: cell.toUpperCase() } : {}
}

/** All read models, some of them changed. */
export const withModels = (changed: readonly ReadModel[]): readonly ReadModel[] =>
  allReadModels.map((one) => changed.find(({ name }) => name === one.name) ?? one)
