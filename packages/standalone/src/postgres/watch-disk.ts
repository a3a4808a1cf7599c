import { statfs } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'

/** How much space there is: enough, so little that an operator should know, or less than PostgreSQL needs for its next step. */
type Level = 'ENOUGH' | 'LOW' | 'FULL'

const MB = 1024 * 1024
const LOW_BYTES = 256 * MB
/** Two segments of the write-ahead log: where the next one finds no place, PostgreSQL stops itself. */
const NEEDED_BYTES = 32 * MB
/** A level is left only with a quarter more than what it begins with, so that it does not change to and fro. */
const MARGIN = 1.25
const ASK_EVERY_MS = 1_000

export type DiskWatch = {
  readonly directory: string
  /** One sentence when a level is reached, also when there is enough again. */
  report(sentence: string): void
  /** What keeps PostgreSQL from its work, as one sentence without secrets; null once nothing does. */
  onProblem(problem: string | null): void
}

/** Asks the disk of a directory for its free space again and again, until the signal is aborted. */
export async function watchDisk({ directory, report, onProblem }: DiskWatch, signal: AbortSignal): Promise<void> {
  for (let level: Level = 'ENOUGH'; !signal.aborted; await sleep(ASK_EVERY_MS, undefined, { signal, ref: false }).catch(() => {})) {
    const free = await freeBytes(directory)
    const now: Level = free === undefined ? level : levelOf(free, level)
    if (free === undefined || now === level) continue
    level = now
    const sentence = inWords(level, free)
    onProblem(level === 'FULL' ? sentence : null)
    report(sentence)
  }
}

/** What a level needs to be left depends on which one it was. */
export function levelOf(free: number, previous: Level): Level {
  if (free < NEEDED_BYTES * (previous === 'FULL' ? MARGIN : 1)) return 'FULL'
  return free < LOW_BYTES * (previous === 'ENOUGH' ? 1 : MARGIN) ? 'LOW' : 'ENOUGH'
}

function inWords(level: Level, free: number): string {
  const left = `${Math.floor(free / MB)} MB left`
  if (level === 'FULL')
    return `the disk of PostgreSQL is full (${left}): free some space. It needs at least ${(NEEDED_BYTES / MB) * MARGIN} MB, and then continues by itself`
  return level === 'LOW'
    ? `the disk of PostgreSQL has little space (${left}): free some before PostgreSQL has to stop`
    : `the disk of PostgreSQL has enough space again (${left})`
}

async function freeBytes(directory: string): Promise<number | undefined> {
  const found = await statfs(directory).catch(() => undefined)
  return found && found.bavail * found.bsize
}
