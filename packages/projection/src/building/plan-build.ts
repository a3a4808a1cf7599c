import type { ClientBase } from 'pg'
import { logModel } from '../position/built-models.ts'
import type { Current } from '../position/progress.ts'
import type { ReadModel } from '../read-model/read-model.ts'
import { categoriesOf } from '../read-model/read-model.ts'
import { streamsOf } from '../timeline/streams-of.ts'
import { countByStreams } from './build.ts'
import { declaredModel, declaredModels, hasAll, isAsDeclared, readModelVersion } from './declared-models.ts'

/** What is to be built so that this program can write what is current. */
export type BuildPlan =
  | { readonly kind: 'NOTHING' }
  /** A newer release built it: this program must leave it alone. */
  | { readonly kind: 'NEWER' }
  /** Everything, from the log. */
  | { readonly kind: 'ALL' }
  | ({ readonly kind: 'SOME' } & SomeModels)

/** Of the others, no row is touched. */
export type SomeModels = {
  /** New, or of another version or shape than what is built. */
  readonly changed: readonly ReadModel[]
  /** Names of those that are no longer declared. */
  readonly ended: readonly string[]
}

/** Compares what is current with what is declared, each read model with its own. */
export async function planBuild(client: ClientBase, current: Current | null, models: readonly ReadModel[]): Promise<BuildPlan> {
  if (!current) return { kind: 'ALL' }
  if (current.version > readModelVersion(models)) return { kind: 'NEWER' }
  if (!hasAll(current.models, declaredModels([]))) return { kind: 'ALL' }
  const some = differenceOf(current, models)
  if (some.changed.length + some.ended.length === 0) return { kind: 'NOTHING' }
  return (await canDerive(client, current, models)) ? { kind: 'SOME', ...some } : { kind: 'ALL' }
}

/** Whether what is current is what is declared, no more and no less. */
export function isCurrent(current: Current, models: readonly ReadModel[]): boolean {
  const { changed, ended } = differenceOf(current, models)
  return hasAll(current.models, declaredModels([])) && changed.length + ended.length === 0
}

function differenceOf(current: Current, models: readonly ReadModel[]): SomeModels {
  const names = new Set([logModel, ...models.map(({ name }) => name)])
  return {
    changed: models.filter((model) => !current.models.some((built) => isAsDeclared(built, declaredModel(model)))),
    ended: current.models.map(({ name }) => name).filter((name) => !names.has(name)),
  }
}

/** Whether the log's own tables have all that is asked of them: they are those of this log, whole, and of every category that is read. */
const canDerive = async (client: ClientBase, current: Current, models: readonly ReadModel[]): Promise<boolean> =>
  (current.halted === null || current.halted.kind === 'EVENT') &&
  (await countByStreams(client, current.schema)) === current.events &&
  !(await hasUnreadStreams(client, current, models))

/** Whether the log has streams of a category that nothing read before: their events are not in its tables. */
export async function hasUnreadStreams(client: ClientBase, current: Current, models: readonly ReadModel[]): Promise<boolean> {
  const read = readCategories(current)
  const unread = [...categoriesOf(models)].filter((category) => !read.has(category))
  return (await streamsOf(client, current.schemas, unread)).length > 0
}

/** Those whose events are in the log's tables though nothing reads them any more. */
export function endedCategories(current: Current, models: readonly ReadModel[]): readonly string[] {
  const still = categoriesOf(models)
  return [...readCategories(current)].filter((category) => !still.has(category))
}

const readCategories = ({ models }: Current): ReadonlySet<string> => new Set(models.flatMap(({ category }) => category ?? []))
