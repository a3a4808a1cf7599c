import pg from 'pg'
import { connectionConfig } from '../database/connection.ts'

/** The channel on which a writer says, in its transaction, that the position has moved. Listeners hear of it once that is committed. */
export const movesChannel = 'read_models_moved'

/** Hears of each move, on a connection of its own. */
export type Moves = {
  /** Resolves at the next move since the last call, or after so long: what is missed is looked for. */
  next(maxMs: number): Promise<void>
  /** Whether moves are being heard of at the moment. */
  readonly isHeard: () => boolean
  close(): Promise<void>
}

const retryMs = 1_000

/**
 * Connects at the first call of `next`, and again when the connection is lost. Where listening is impossible (a pool of connections in
 * between that gives them away by the transaction), nothing is ever heard and each call takes its longest.
 */
export function listenForMoves(databaseUrl: string): Moves {
  let client: pg.Client | null = null
  let heard = false
  let closed = false
  let moved = false
  let retryAt = Number.NEGATIVE_INFINITY
  let wake: (() => void) | null = null

  const hear = (): void => {
    moved = true
    wake?.()
  }
  const lose = (lost: pg.Client): void => {
    if (client !== lost) return
    client = null
    heard = false
    retryAt = performance.now() + retryMs
    void lost.end().catch(() => {})
  }
  const connect = async (): Promise<void> => {
    const made = new pg.Client(connectionConfig(databaseUrl, 'outstanding-moves'))
    client = made
    made.on('error', () => lose(made)).on('end', () => lose(made))
    made.on('notification', hear)
    try {
      await made.connect()
      await made.query(`listen ${movesChannel}`)
      heard = client === made
      // What moved before it was listened for is looked for once.
      hear()
    } catch {
      lose(made)
    }
  }

  return {
    next(maxMs) {
      if (client === null && !closed && performance.now() >= retryAt) void connect()
      if (moved || closed) {
        moved = false
        return Promise.resolve()
      }
      return new Promise((resolve) => {
        const done = (): void => {
          clearTimeout(timer)
          wake = null
          moved = false
          resolve()
        }
        const timer = setTimeout(done, maxMs)
        wake = done
      })
    },
    isHeard: () => heard,
    async close() {
      closed = true
      hear()
      const open = client
      client = null
      heard = false
      await open?.end().catch(() => {})
    },
  }
}
