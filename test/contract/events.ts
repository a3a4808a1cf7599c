import { randomUUID } from 'node:crypto'
import { inspect, isDeepStrictEqual } from 'node:util'
import { binaryEvent, DeadlineExceededError, jsonEvent } from '@eventstore/db-client'
import type {
  AllStreamSubscription,
  AppendResult,
  EventData,
  EventStoreDBClient,
  ResolvedEvent,
  StreamSubscription,
} from '@eventstore/db-client'

/** A stream name that no other case uses. */
export function streamFor(title: string): string {
  return `contract-${title}-${randomUUID().slice(0, 8)}`
}

export function json(n: number, id: string = randomUUID()): EventData {
  return jsonEvent({ id, type: 'Thing', data: { n } })
}

export function jsonEvents(count: number, from = 0): EventData[] {
  return Array.from({ length: count }, (_, index) => json(from + index))
}

export function bytes(length: number): EventData {
  return binaryEvent({ type: 'Bytes', data: Buffer.alloc(length, 0x61) })
}

/** The number that an event made by `json` carries. */
export function numberOf({ event }: ResolvedEvent): number {
  const data = event?.data as unknown as { n: number } | undefined
  return data?.n ?? Number.NaN
}

/** The numbers of several. */
export function numbersOf(events: readonly ResolvedEvent[]): number[] {
  return events.map(numberOf)
}

export function revisionsOf(events: readonly ResolvedEvent[]): number[] {
  return events.map(({ event }) => Number(event?.revision))
}

/** 0 to `count` - 1. */
export function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index)
}

export async function collect(events: AsyncIterable<ResolvedEvent>): Promise<ResolvedEvent[]> {
  const collected: ResolvedEvent[] = []
  for await (const event of events) collected.push(event)
  return collected
}

export function readAllOf(client: EventStoreDBClient, stream: string): Promise<ResolvedEvent[]> {
  return collect(client.readStream(stream))
}

/** What a promise was rejected with; fails if it was not. */
export async function failureOf(promise: Promise<unknown>): Promise<Record<string, unknown> & Error> {
  const outcome = await promise.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  )
  if ('error' in outcome) return outcome.error as Record<string, unknown> & Error
  throw new Error(
    `expected a failure, got ${JSON.stringify(outcome.value, (_key, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value))}`,
  )
}

/** How long a case waits for what a server does in the end: far longer than it takes, as the machine may have much else to do. */
const PATIENCE_MS = 60_000

/**
 * An append of many parts. A server gives up one whose parts take more than two seconds to come, and on a busy machine they may: then it is
 * made again, with the same ids.
 */
export async function appendInTime(append: () => Promise<AppendResult>): Promise<AppendResult> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await append()
    } catch (error) {
      if (attempt === 20 || !(error instanceof DeadlineExceededError)) throw error
    }
  }
}

/** Waits until the condition holds; fails when patience ends. */
export async function eventually(what: string, condition: () => boolean, withinMs = PATIENCE_MS): Promise<void> {
  const deadline = performance.now() + withinMs
  while (!condition()) {
    if (performance.now() > deadline) throw new Error(`waited ${withinMs} ms in vain for: ${what}`)
    await delay(10)
  }
}

/** Asks until the answer is the one expected; fails with the difference when patience ends. */
export async function eventuallyEqual<T>(ask: () => Promise<T>, expected: T): Promise<void> {
  for (const deadline = performance.now() + PATIENCE_MS; performance.now() < deadline;) {
    if (isDeepStrictEqual(await ask(), expected)) return
    await delay(20)
  }
  const answer = await ask()
  if (!isDeepStrictEqual(answer, expected)) throw new Error(`expected ${inspect(expected)}, and got in the end ${inspect(answer)}`)
}

export function delay(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

/** What a subscription says, in order. */
export type Followed = { readonly log: string[]; readonly events: ResolvedEvent[]; error: (Error & { code?: number }) | undefined }

export function follow(
  subscription: StreamSubscription | AllStreamSubscription,
  isWanted: (event: ResolvedEvent) => boolean = () => true,
): Followed {
  const followed: Followed = { log: [], events: [], error: undefined }
  subscription
    .on('confirmation', () => followed.log.push('confirmation'))
    .on('caughtUp', () => followed.log.push('caughtUp'))
    .on('error', (error: Error) => {
      followed.error = error
      followed.log.push('error')
    })
    .on('data', (event: ResolvedEvent) => {
      if (!isWanted(event)) return
      followed.events.push(event)
      followed.log.push('event')
    })
  return followed
}
