import pg from 'pg'
import { connectionConfig } from '../database/connection.ts'

/** The channel on which a writer says, in its transaction, that the position has moved. Listeners hear of it once that is committed. */
export const movesChannel = 'read_models_moved'

/** Hears of each move, on a connection of its own. */
export type Moves = {
  /** Resolves with true at the next move since the last call, or with false after so long: what is missed is looked for. */
  next(maxMs: number): Promise<boolean>
  /** A move was not heard of: the connection is made again, each time after a longer pause, up to a minute. */
  missed(): void
  /** Whether moves are being heard of at the moment. */
  readonly isHeard: () => boolean
  close(): Promise<void>
}

const retryMs = { first: 1_000, longest: 60_000 } as const

/**
 * Connects at the first call of `next`, and again when the connection is lost. Where listening is in vain (a pool of connections in between
 * that gives them away by the transaction), that shows by the first move that is missed.
 */
export function listenForMoves(databaseUrl: string): Moves {
  let client: pg.Client | null = null
  let heard = false
  let closed = false
  let moved = false
  let retryAt = Number.NEGATIVE_INFINITY
  let pauseMs: number = retryMs.first
  let wake: ((isMove: boolean) => void) | null = null

  const hear = (): void => {
    moved = true
    wake?.(true)
  }
  const lose = (lost: pg.Client): void => {
    if (client !== lost) return
    client = null
    heard = false
    retryAt = performance.now() + pauseMs
    pauseMs = Math.min(2 * pauseMs, retryMs.longest)
    void lost.end().catch(() => {})
  }
  const connect = async (): Promise<void> => {
    const made = new pg.Client(connectionConfig(databaseUrl, 'outstanding-moves'))
    client = made
    made.on('error', () => lose(made)).on('end', () => lose(made))
    made.on('notification', () => {
      pauseMs = retryMs.first
      hear()
    })
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
        return Promise.resolve(true)
      }
      return new Promise((resolve) => {
        const done = (isMove: boolean): void => {
          clearTimeout(timer)
          wake = null
          moved = false
          resolve(isMove)
        }
        const timer = setTimeout(() => done(false), maxMs)
        wake = done
      })
    },
    missed() {
      if (client !== null) lose(client)
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
