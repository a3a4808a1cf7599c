import type { Registry } from '@outstanding/domain'
import { exampleData } from '@outstanding/domain/testing'
import { currentVersion } from '@outstanding/event-store'

/** One event as some release wrote it. */
export type Golden = {
  readonly stream: string
  readonly type: string
  readonly data: unknown
  readonly metadata: { readonly schemaVersion: number }
}

const nameOf = (type: string, version: number): string => `${type}.v${version}.json`

/** The files that there must be: one for every version of every event that the aggregates declare. */
export const wantedFiles = ({ factTypes }: Pick<Registry, 'factTypes'>): readonly string[] =>
  factTypes.flatMap((type) => Array.from({ length: currentVersion(type) }, (_, index) => nameOf(type, index + 1)))

/** What is missing and what is too much, each with what to do about it. */
export function fileFaults(registry: Pick<Registry, 'factTypes'>, files: readonly string[]): readonly string[] {
  const wanted = wantedFiles(registry)
  return [
    ...wanted.filter((name) => !files.includes(name)).map((name) => `${name} is missing. Make it: npm run golden`),
    ...files
      .filter((name) => !wanted.includes(name))
      .map(
        (name) =>
          `${name} is of no event that is declared. Declare it again, or if it was never released: git rm test/golden-events/${name}`,
      ),
  ]
}

const uuid = '0d8a1c52-3b1f-4e58-9f7e-1a2b3c4d5e6f'
const commandId = 'c0ffee00-1234-4567-89ab-cdef01234567'
const idOf = { AUTHORITY_AND_UUID: `example-borough.${uuid}`, AUTHORITY: 'example-borough', ID: uuid }

/** An event of the version that is written today; null where no aggregate declares the type. */
export function goldenOf({ all }: Pick<Registry, 'all'>, type: string): Golden | null {
  const aggregate = all.find(({ events }) => Object.hasOwn(events, type))
  if (aggregate === undefined) return null
  const metadata = {
    schemaVersion: currentVersion(type),
    effectiveOn: '2026-03-11',
    commandId,
    index: 0,
    requestDigest: '5e'.repeat(32),
    correlationId: commandId,
    causationId: commandId,
    actor: { id: `person-${uuid}`, role: 'officer' },
    authority: 'example-borough',
    illustrative: true,
  }
  return { stream: `${aggregate.name}-${idOf[aggregate.streams]}`, type, data: exampleData(aggregate.events[type] ?? {}), metadata }
}

/** The files to make for events that have none yet, by name. Files that are there are never made again. */
export const filesToMake = (registry: Pick<Registry, 'all' | 'factTypes'>, files: readonly string[]): ReadonlyMap<string, Golden> =>
  new Map(
    registry.factTypes.flatMap((type) => {
      const name = nameOf(type, currentVersion(type))
      const golden = files.includes(name) ? null : goldenOf(registry, type)
      return golden === null ? [] : [[name, golden] as const]
    }),
  )
