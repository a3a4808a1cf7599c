import type { Recorded, RecommendationEvent } from '@outstanding/domain'
import type { Decoded, StoredEvent } from '@outstanding/event-store'
import { withoutTexts } from '@outstanding/event-store/without-texts'
import type { LeafRecord, Replay } from '@outstanding/transparency-log/verify'
import { isDeepStrictEqual } from 'node:util'
import { type RecommendationPositionRow, positionRowOf, readModelName } from './recommendation-positions.ts'

type History = { readonly events: Recorded<RecommendationEvent>[]; last: number }

/**
 * Folds every recommendation of a bundle with the domain's own rules and compares it with the exported row. The histories are
 * kept until the end: memory grows with them, where the bundle holds a read model. `decode` says what an event is. A bundle holds texts
 * sealed, and no position follows from one.
 */
export function replayRecommendations(decode: (stored: StoredEvent) => Decoded): Replay {
  const histories = new Map<string, History>()
  const rows = new Map<string, RecommendationPositionRow>()
  let asAt: string | null = null
  let problem: { readonly index: number; readonly message: string } | null = null

  function event(leaf: LeafRecord, index: number): void {
    if (!leaf.stream.startsWith('recommendation-')) return
    const { stream, eventId, type, created: recordedAt, data, metadata } = leaf
    const stored = {
      stream,
      revision: Number(leaf.revision),
      eventId,
      type,
      position: String(index),
      recordedAt,
      data,
      metadata,
    }
    const decoded = decode(withoutTexts(stored, 'sealed'))
    if (!decoded.ok) {
      problem ??= { index, message: decoded.message }
      return
    }
    const history = histories.get(stream) ?? { events: [], last: index }
    histories.set(stream, history)
    history.events.push(decoded.event as Recorded<RecommendationEvent>)
    history.last = index
  }

  function finish(): ReturnType<Replay['finish']> {
    if (problem) return problem
    for (const [stream, { events, last }] of histories) {
      const folded = foldOf(stream, events, asAt ?? '')
      if (!folded.ok) return { index: last, message: `the entries of ${stream} cannot be replayed: ${folded.problem}` }
      const expected = folded.row
      const row = rows.get(stream)
      rows.delete(stream)
      if (expected === null && row === undefined) continue
      const named = `the position of ${stream}, last changed by entry ${last},`
      if (expected === null || row === undefined)
        return { index: last, message: row ? `${named} should not be in the table` : `${named} is missing from the table` }
      const field = (Object.keys({ ...expected, ...row }) as (keyof typeof expected)[]).find(
        (name) => !isDeepStrictEqual(row[name], expected[name]),
      )
      if (field)
        return {
          index: last,
          message: `${named} is wrong in ${field}: the table has ${JSON.stringify(row[field])}, the entries give ${JSON.stringify(expected[field])}`,
        }
    }
    const [unknown] = rows.keys()
    return unknown === undefined ? null : { index: null, message: `the table has a position of ${unknown}, which has no entry` }
  }

  return {
    event,
    begin(line) {
      asAt = line.asAt
      if (line.name !== readModelName) return 'this verifier does not know this kind of table'
      return /^\d{4}-\d{2}-\d{2}$/.test(line.asAt) ? null : 'it has no date'
    },
    row(row) {
      const stream = String(row['stream'])
      if (rows.has(stream)) problem ??= { index: 0, message: `the table has two positions for ${stream}` }
      rows.set(stream, row as RecommendationPositionRow)
    },
    finish,
  }
}

type Folded = { readonly ok: true; readonly row: RecommendationPositionRow | null } | { readonly ok: false; readonly problem: string }

/** The fold never throws for facts of ours; what a bundle holds may be anything. */
function foldOf(stream: string, events: readonly Recorded<RecommendationEvent>[], asAt: string): Folded {
  try {
    return { ok: true, row: positionRowOf(stream, events, asAt) }
  } catch (error) {
    return { ok: false, problem: error instanceof Error ? error.message : String(error) }
  }
}
