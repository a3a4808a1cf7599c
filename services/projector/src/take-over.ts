import type { BuildPlan, Current, Halt, ReadModel } from '@outstanding/projection'
import {
  beginEmpty,
  buildSome,
  dropLeftModels,
  ensureStableSchema,
  lockBuilds,
  planBuild,
  readCurrent,
  readModelVersion,
  recordEventForms,
  recordHalt,
  switchTo,
  takeEpoch,
  unlockBuilds,
} from '@outstanding/projection'
import { ensureEntryKeys } from '@outstanding/identity'
import { migrateTransparency } from '@outstanding/transparency-log'
import type pg from 'pg'
import { connect } from './connect.ts'
import { checkEntries } from './check-entries.ts'
import { eventForms } from './event-forms.ts'
import { ofAnotherVersion } from './of-another-version.ts'
import { buildFrom } from './rebuild.ts'
import type { RunEnd, RunOptions } from './run-end.ts'

type Fenced = Extract<RunEnd, { kind: 'FENCED' }>
/** This release cannot read what an earlier one projected: nothing was taken over. */
type Halted = { readonly kind: 'HALTED'; readonly halt: Halt }
type Taking = RunOptions & { readonly models: readonly ReadModel[] }

/** Becomes the one writer of the read models of this release, building those that are missing or of another version. */
export async function takeOver(options: Taking): Promise<Current | Fenced | Halted> {
  const { databaseUrl, models, report } = options
  const client = await connect(databaseUrl)
  try {
    const { sortsNames } = await ensureStableSchema(client)
    if (!sortsNames) report('names are sorted by the bytes of their characters: this PostgreSQL was built without ICU')
    await migrateTransparency(client)
    await ensureEntryKeys(client)
    const refused = await buildWhatIsMissing(client, options)
    if (refused) return refused
    const current = await takeEpoch(client, readModelVersion(models))
    if (!current) return fenced('no read models of this release are current')
    await recordEventForms(client, current.schema, eventForms)
    if (!wasUnreadable(current.halted)) return current
    await recordHalt(client, current, null)
    return { ...current, halted: null }
  } finally {
    await client.end().catch(() => {})
  }
}

const wasUnreadable = (halt: Halt | null): boolean => halt?.kind === 'EVENT' && halt.wasProjected === true

async function buildWhatIsMissing(client: pg.Client, options: Taking): Promise<Fenced | Halted | null> {
  const found = await readCurrent(client)
  const plan = await planBuild(client, found, options.models)
  if (plan.kind === 'NEWER') return fenced(ofAnotherVersion(found, options.models))
  if (found) {
    const checked = await checkEntries(client, found, options.store)
    if (checked.kind === 'UNREADABLE') {
      await recordHalt(client, found, checked.halt)
      return { kind: 'HALTED', halt: checked.halt }
    }
    if (checked.kind === 'REBUILD') return buildAll(client, found, options)
  }
  if (plan.kind === 'NOTHING') return clearAway(client)
  if (plan.kind === 'SOME' && found) {
    const built = await buildChanged(client, found, { ...options, plan })
    if (built !== 'LOG') return built
  }
  return buildAll(client, found, options)
}

/** What an earlier build left: it may be dropped now that a release starts which does not read it. */
async function clearAway(client: pg.Client): Promise<null> {
  if (!(await lockBuilds(client))) return null
  await dropLeftModels(client).finally(() => unlockBuilds(client))
  return null
}

const busy = 'the read models are being rebuilt by another process'

type Changing = Taking & { readonly plan: Extract<BuildPlan, { kind: 'SOME' }> }

/** LOG: it takes the log to build them. */
async function buildChanged(
  client: pg.Client,
  found: Current,
  { plan, models, databaseUrl, report }: Changing,
): Promise<Fenced | 'LOG' | null> {
  if (!(await lockBuilds(client))) return fenced(busy)
  try {
    report(`builds ${inWords(plan)}; every other read model stays as it is`)
    const placed = await buildSome(client, found, { ...plan, models, connect: () => connect(databaseUrl) })
    if (placed.ok) return null
    return placed.why === 'LOG' ? 'LOG' : fenced(placed.problem)
  } finally {
    await unlockBuilds(client).catch(() => {})
  }
}

const inWords = ({ changed, ended }: Changing['plan']): string =>
  [
    changed.map(({ name, version }) => `${name} (version ${version})`).join(', ') || 'nothing',
    ...(ended.length > 0 ? [`and drops ${ended.join(', ')}`] : []),
  ].join(' ')

async function buildAll(client: pg.Client, found: Current | null, options: Taking): Promise<Fenced | null> {
  const built = await buildFrom(options.store, options)
  if (built.ok) return null
  if (found || built.why !== 'POISON') return fenced(built.problem)
  // Nothing to read at all would be worse than everything up to the event that cannot be projected.
  if (!(await lockBuilds(client))) return fenced(busy)
  await switchTo(client, await beginEmpty(client, options.models), { stepBack: false, whileBothStand: async () => {} })
  await unlockBuilds(client)
  return null
}

const fenced = (reason: string): Fenced => ({ kind: 'FENCED', reason })
