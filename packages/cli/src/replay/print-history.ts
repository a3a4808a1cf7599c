import type { IsoDate, PolicyEvent, RecommendationEvent, Recorded, DomainFact } from '@outstanding/domain'
import { policyDecider, policyOn, parseStream, registry } from '@outstanding/domain'
import type { StoredEvent } from '@outstanding/event-store'
import { connectEventStore, decodeEvent, policyStream, withSealedTexts } from '@outstanding/event-store'
import { createEntryKeys, ensureEntryKeys } from '@outstanding/identity'
import { connectionConfig } from '@outstanding/projection'
import type { Configuration } from '@outstanding/runtime'
import { today } from '@outstanding/runtime'
import { withStores } from '@outstanding/standalone'
import { leavesOfStream, leavesUntil } from '@outstanding/transparency-log'
import pg from 'pg'
import { complain } from '../command.ts'
import type { Until } from '../export/until.ts'
import { historyInWords } from './history-in-words.ts'
import { officeNames } from './office-names.ts'
import { positionInWords } from './position-in-words.ts'

type Printed =
  | { readonly ok: true; readonly lines: readonly string[] }
  /** One sentence. */
  | { readonly ok: false; readonly problem: string }

/** Prints every entry of a stream in the order in which it was recorded, from the log itself. */
export async function printHistory(
  configuration: Configuration,
  stream: string,
  until: { readonly asked: string; readonly until: Until } | null,
): Promise<number> {
  const report = (line: string): void => void process.stderr.write(`${line}\n`)
  const worked = await withStores(configuration, report, async (addresses): Promise<Printed> => {
    const log = connectEventStore(addresses.eventStoreUrl, { name: 'outstanding-replay' })
    const client = new pg.Client(connectionConfig(addresses.databaseUrl, 'outstanding-cli'))
    try {
      await client.connect()
      await ensureEntryKeys(client)
      const store = withSealedTexts(log, createEntryKeys(client), registry)
      const events = await store.readStream(stream)
      if (events.length === 0) return { ok: false, problem: `there is no stream "${stream}"` }
      const knownOn = (of: readonly StoredEvent[]) => (until === null ? of : knownOf(addresses.databaseUrl, of, until.until))
      const known = await knownOn(events)
      if (known.length === 0) return { ok: false, problem: `nothing had been recorded in ${stream} by ${until?.asked}` }
      const read = factsOf(known)
      if (!read.ok) return read
      const names = await officeNames(store, read.facts)
      const steps = historyInWords(stream, read.facts, { asked: until?.asked ?? null, nameOfOffice: (id) => names.get(id) })
      const authority = authorityOfRecommendation(stream)
      if (authority === null) return { ok: true, lines: steps }
      const asAt = lastDayOf(until?.until ?? null)
      const policy = factsOf(await knownOn(await store.readStream(policyStream(authority))))
      const dueSoonDays = dueSoonDaysOf(policy.ok ? policy.facts : [], asAt)
      const position = positionInWords(read.facts as readonly Recorded<RecommendationEvent>[], { asAt, dueSoonDays })
      return { ok: true, lines: [...steps, '', ...position] }
    } finally {
      await client.end().catch(() => {})
      await log.close()
    }
  })
  return worked.ok ? print(worked.value) : complain(worked.problem, 1)
}

function print(printed: Printed): number {
  if (!printed.ok) return complain(`replay: ${printed.problem}`, 1)
  process.stdout.write(printed.lines.map((line) => `${printable(line)}\n`).join(''))
  return 0
}

/** Null for a stream that holds no recommendation. */
function authorityOfRecommendation(stream: string): string | null {
  const parsed = parseStream(stream)
  return parsed?.aggregate === 'recommendation' ? parsed.authority : null
}

/** What people wrote goes to a terminal: nothing in it may steer that. */
const printable = (line: string): string => line.replaceAll(/[\p{Cc}--[\n]]/gv, '\uFFFD')

/** The day asked for; today where that is a place in the log, or everything. */
const lastDayOf = (until: Until | null): IsoDate => (until !== null && 'recordedAt' in until ? today(new Date(until.recordedAt)) : today())

const dueSoonDaysOf = (adoptions: readonly Recorded<DomainFact>[], day: IsoDate): number =>
  policyOn((adoptions as readonly Recorded<PolicyEvent>[]).reduce(policyDecider.evolve, policyDecider.initial), day).clocks.dueSoonDays

/**
 * The first events, as far as they were known. The leaves say when the log was how long; what has no leaf yet, since no projector
 * runs, is judged by its own time and place.
 */
async function knownOf(databaseUrl: string, events: readonly StoredEvent[], until: Until): Promise<readonly StoredEvent[]> {
  const client = new pg.Client(connectionConfig(databaseUrl, 'outstanding-cli'))
  await client.connect()
  try {
    const stream = events[0]?.stream ?? ''
    const before = await leavesOfStream(client, stream, await leavesUntil(client, until))
    const withLeaf = await leavesOfStream(client, stream, Number.MAX_SAFE_INTEGER)
    const isKnown = ({ revision, position, recordedAt }: StoredEvent): boolean => {
      if (revision < withLeaf.length) return revision < before.length
      return 'position' in until ? BigInt(position) <= BigInt(until.position) : recordedAt <= until.recordedAt
    }
    const end = events.findIndex((event) => !isKnown(event))
    return end === -1 ? events : events.slice(0, end)
  } finally {
    await client.end()
  }
}

type Facts = { readonly ok: true; readonly facts: readonly Recorded<DomainFact>[] } | { readonly ok: false; readonly problem: string }

function factsOf(events: readonly StoredEvent[]): Facts {
  const facts: Recorded<DomainFact>[] = []
  for (const event of events) {
    const decoded = decodeEvent(event)
    if (!decoded.ok) return { ok: false, problem: decoded.message }
    facts.push(decoded.event)
  }
  return { ok: true, facts }
}
