import { createHash } from 'node:crypto'
import { versionsOf, type ReadModel } from '@outstanding/projection'
import type { LogEvent } from './golden-log.ts'

/** What one version of a read model makes of the first `events` events of its log: a digest of its rows in every version. */
export type GoldenRows = { readonly version: number; readonly events: number; readonly digest: string }

export const rowsFileOf = (model: ReadModel): string => `${model.name}.json`
export const logFileOf = (category: string): string => `${category}.jsonl`

/** The digest of the rows that a read model derives from a log. The order of streams, keys and versions does not matter. */
export function goldenRowsOf(model: ReadModel, log: readonly LogEvent[]): GoldenRows {
  const indexed = log.map((event, index) => ({ index, event }))
  const histories = [...Map.groupBy(indexed, ({ event }) => event.stream)].map(([stream, events]) => ({ stream, events }))
  const lines = histories.flatMap((history) =>
    versionsOf(model, history).map(({ table, row, from, to, knownFrom, knownTo }) =>
      JSON.stringify([table.name, from, to, knownFrom, knownTo, ...Object.keys(table.columns).map((column) => row[column] ?? null)]),
    ),
  )
  const digest = createHash('sha256').update(lines.toSorted().join('\n')).digest('hex')
  return { version: model.version, events: log.length, digest }
}

/**
 * What to do if the rows of a read model are not those that its golden file has for its version; null: nothing. `golden` is null if there is
 * no file.
 */
export function rowsFault(model: ReadModel, log: readonly LogEvent[], golden: GoldenRows | null): string | null {
  const { name, version } = model
  const update = 'Then run: npm run golden'
  if (golden === null) return `The read model ${name} has no golden rows. Run: npm run golden`
  const { digest } = goldenRowsOf(model, log.slice(0, golden.events))
  if (version === golden.version && digest !== golden.digest)
    return (
      `The rows of the read model ${name} have changed, but its version is still ${version}: existing tables would keep the old rows. ` +
      `Raise \`version\` to ${version + 1} in its project.ts. ${update}`
    )
  if (version < golden.version)
    return `The version of the read model ${name} was ${golden.version}. Raise it to ${golden.version + 1}. ${update}`
  if (version > golden.version) return `The read model ${name} has the new version ${version}. Run: npm run golden`
  return golden.events === log.length ? null : `The log of the read model ${name} has grown. Run: npm run golden`
}
