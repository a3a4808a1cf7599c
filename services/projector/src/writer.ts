import { setTimeout as sleep } from 'node:timers/promises'
import type { LogBatch, Poison, Progress, Projected } from '@outstanding/read-models'
import { projectBatch, readCurrent, readModelVersion, recordHalt } from '@outstanding/read-models'
import { leafKeeper } from '@outstanding/transparency-log'
import { connect } from './connect.ts'
import type { WrittenEvent } from './to-log-event.ts'

export type Written =
  | { readonly kind: 'WRITTEN' }
  /** Another projector took over, or a newer release built its own read models. */
  | { readonly kind: 'FENCED'; readonly reason: string }
  | { readonly kind: 'HALTED'; readonly poison: Poison }
  | { readonly kind: 'STOPPED' }

export type Writer = {
  readonly progress: () => Progress
  /** Projects what is new in the batch and keeps its leaves, however often the database has to be asked; ends early when the signal is aborted. */
  write(batch: LogBatch<WrittenEvent>): Promise<Written>
  close(): Promise<void>
}

const longestQueryMs = 120_000
const waitsMs = [100, 250, 500, 1_000, 2_000, 5_000]

/** One connection for one writer. `onProblem` hears of every failure of the database and of a schema that was switched. */
export async function openWriter(
  options: { readonly databaseUrl: string; readonly signal: AbortSignal; onProblem(problem: string): void },
  from: Progress,
): Promise<Writer> {
  let client = await connect(options.databaseUrl, longestQueryMs)
  let progress = from
  const { keep } = leafKeeper()

  async function write(batch: LogBatch<WrittenEvent>): Promise<Written> {
    for (let attempt = 0; !options.signal.aborted; attempt += 1) {
      try {
        const written = await writeNew(batch)
        if (written) return written
        attempt = -1
      } catch (error) {
        options.onProblem(`the database failed: ${error instanceof Error ? error.message : String(error)}`)
        await sleep(waitsMs[Math.min(attempt, waitsMs.length - 1)], undefined, { signal: options.signal }).catch(() => {})
        const lost = await reconnect().catch(() => null)
        if (lost) return lost
      }
    }
    return { kind: 'STOPPED' }
  }

  /** Null: the same batch is looked at again, for what of it is still to be written. */
  async function writeNew(batch: LogBatch<WrittenEvent>): Promise<Written | null> {
    const events = newOnly(batch.events, progress.position)
    if (events.length === 0 && !isAfter(batch.through, progress.position)) return { kind: 'WRITTEN' }
    const projected = await projectBatch(client, progress, { events, through: batch.through }, keep)
    if (projected.ok) {
      progress = projected.progress
      return { kind: 'WRITTEN' }
    }
    return projected.why === 'FENCED' ? followSwitch() : writeInParts(events, projected.poison)
  }

  /** Ever smaller parts, in order: everything before the event that cannot be projected is; then it is named, for all to see. */
  async function writeInParts(events: readonly WrittenEvent[], poison: Poison): Promise<Written | null> {
    if (events.length <= 1) return halt(poison)
    const middle = events.length >> 1
    for (const part of [events.slice(0, middle), events.slice(middle)]) {
      const projected: Projected = await projectBatch(client, progress, { events: part, through: part.at(-1)?.position ?? null }, keep)
      if (projected.ok) progress = projected.progress
      else return projected.why === 'FENCED' ? followSwitch() : writeInParts(part, projected.poison)
    }
    // Only together was there a fault: what is left of the batch is looked at again.
    return null
  }

  async function halt(poison: Poison): Promise<Written | null> {
    return (await recordHalt(client, progress, poison)) ? { kind: 'HALTED', poison } : followSwitch()
  }

  /** The pointer moved to a rebuilt schema: go on there, if nobody took our place. */
  async function followSwitch(): Promise<Written | null> {
    const current = await readCurrent(client)
    if (!current || current.epoch !== progress.epoch) return { kind: 'FENCED', reason: 'another projector has taken over' }
    if (current.version !== readModelVersion)
      return {
        kind: 'FENCED',
        reason: `read models of version ${current.version} are current; this release writes version ${readModelVersion}`,
      }
    if (current.schema !== progress.schema) options.onProblem(`the read models were rebuilt: going on in ${current.schema}`)
    progress = current
    return null
  }

  /** The outcome of the last commit is unknown: what the table says now is what is so. */
  async function reconnect(): Promise<Written | null> {
    void client.end().catch(() => {})
    client = await connect(options.databaseUrl, longestQueryMs)
    return followSwitch()
  }

  return { progress: () => progress, write, close: () => client.end().catch(() => {}) }
}

const isAfter = (position: string | null, other: string | null): boolean =>
  position !== null && (other === null || BigInt(position) > BigInt(other))

function newOnly(events: readonly WrittenEvent[], position: string | null): readonly WrittenEvent[] {
  const first = events[0]
  return first === undefined || isAfter(first.position, position) ? events : events.filter((event) => isAfter(event.position, position))
}
