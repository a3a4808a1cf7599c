import { expect, test } from 'vitest'
import { shortDigest } from '../checkpoint/checkpoint.ts'
import type { LeafEvent } from '../leaf/leaf.ts'
import { leafHash } from '../leaf/leaf.ts'
import type { Installation } from './given-installation.ts'
import { bundleOf, checkpointAt, event, events, installation, signers, tableOf, witness } from './given-installation.ts'
import type { Previous } from './verify/heads.ts'
import type { Refusal } from './verify/verdict.ts'
import { verifyBundle } from './verify/verify-bundle.ts'

/**
 * Every way in which history can be tampered with, as deep as the tamperer can reach: in the log alone; in the log and in the
 * leaf table; in both and signed again with the installation's own keys, against copies held outside.
 */
type Case = {
  readonly what: string
  readonly reach: 'log' | 'log, table' | 'table' | 'log, table, keys'
  /** What the auditor holds besides the public keys. */
  readonly against: 'nothing' | 'older checkpoint' | 'minutes' | "witness's key" | "witness's head"
  readonly then: Installation
  readonly code: number
  /** The first event that differs. Where the log's own leaves were rewritten too, one before it may be named: from where on. */
  readonly first: number
}

const count = 600
const sizes = [200, 400, count]
const held = 500
const middle = 317
const honest = installation(events(count), sizes)
const { log, table, checkpoints } = honest
const stranger = { ...event(0), stream: 'recommendation-example.new', eventId: '00000000-0000-4000-8000-000000009999' }

const edits: readonly { readonly what: string; readonly log: readonly LeafEvent[]; readonly first: number; readonly code: 11 | 13 }[] = [
  { what: 'payload edited', log: log.with(middle, { ...event(middle), data: { text: 'achieved fully' } }), first: middle, code: 11 },
  {
    what: 'metadata edited',
    log: log.with(middle, { ...event(middle), metadata: { actor: { id: 'person-2' } } }),
    first: middle,
    code: 11,
  },
  { what: 'time changed', log: log.with(middle, { ...event(middle), created: '2026-11-21T00:00:00.000Z' }), first: middle, code: 11 },
  { what: 'type changed', log: log.with(middle, { ...event(middle), type: 'EvidenceTested' }), first: middle, code: 11 },
  { what: 'first event edited', log: log.with(0, { ...event(0), data: null }), first: 0, code: 11 },
  { what: 'two neighbours swapped', log: log.with(middle, event(middle + 1)).with(middle + 1, event(middle)), first: middle, code: 13 },
  { what: 'two of a stream swapped', log: log.with(10, event(13)).with(13, event(10)), first: 10, code: 13 },
  { what: 'first taken out', log: log.slice(1), first: 0, code: 13 },
  { what: 'one taken out', log: log.toSpliced(middle, 1), first: middle, code: 13 },
  { what: "a stream's last taken out", log: log.toSpliced(count - 3, 1), first: count - 3, code: 13 },
  { what: 'last of a leaf line taken out', log: log.toSpliced(255, 1), first: 255, code: 13 },
  { what: 'tail dropped', log: log.slice(0, 450), first: 450, code: 13 },
  { what: 'one inserted', log: log.toSpliced(middle, 0, stranger), first: middle, code: 13 },
  { what: 'one inserted at the end of a leaf line', log: log.toSpliced(255, 0, stranger), first: 255, code: 13 },
  { what: 'one doubled', log: log.toSpliced(middle, 0, event(middle)), first: middle + 1, code: 13 },
  { what: 'a whole stream taken out', log: log.filter(({ stream }) => !stream.endsWith('.1')), first: 1, code: 13 },
]

/** Whether some stream no longer counts up from 0: that shows without any tree. */
function breaksAStream(of: readonly LeafEvent[]): boolean {
  const next = new Map<string, number>()
  return of.some(({ stream, revision }) => {
    const expected = next.get(stream) ?? 0
    next.set(stream, expected + 1)
    return revision !== expected
  })
}

const deep = edits.map(({ what, log: edited, first }): Case => {
  const code = breaksAStream(edited) || edited.length < count ? 13 : 11
  return { what, reach: 'log, table', against: 'nothing', then: { log: edited, table: tableOf(edited), checkpoints }, code, first }
})

/** Signed again: after any edit the history has the length that was signed. */
const againsts = ['older checkpoint', 'minutes', "witness's key", "witness's head"] as const
const signedAnew = edits.flatMap(({ what, log: edited, first }) =>
  againsts.map((against): Case => {
    const then = installation(edited, [...new Set([200, 400, edited.length])])
    const isEarly = first < held
    const code = against === "witness's key" ? 10 : breaksAStream(edited) ? 13 : 12
    return { what, reach: 'log, table, keys', against, then, code: isEarly ? code : 0, first }
  }),
)

const cases: readonly Case[] = [
  ...edits.map(({ what, log: edited, first, code }): Case => {
    const broken = breaksAStream(edited) ? 13 : code
    return { what, reach: 'log', against: 'nothing', then: { ...honest, log: edited }, code: broken, first }
  }),
  ...deep,
  ...signedAnew.filter(({ code }) => code !== 0),
  {
    what: 'leaf table edited',
    reach: 'table',
    against: 'nothing',
    then: { ...honest, table: table.with(middle, leafHash(stranger)) },
    code: 11,
    first: middle,
  },
  {
    what: 'an older log put back',
    reach: 'log, table, keys',
    against: 'older checkpoint',
    then: installation(events(450), [200, 450]),
    code: 12,
    first: 450,
  },
  {
    what: 'an older log put back and written on',
    reach: 'log, table, keys',
    against: 'older checkpoint',
    then: installation([...events(450), ...strangers(200)], [200, 450, 650]),
    code: 12,
    first: 450,
  },
  {
    what: 'the newest checkpoint left out with its events',
    reach: 'log, table',
    against: "witness's head",
    then: { log: events(400), table: table.slice(0, 400), checkpoints: checkpoints.slice(0, 2) },
    code: 12,
    first: 400,
  },
  {
    what: 'the signature of another key',
    reach: 'log, table',
    against: 'nothing',
    then: installation(events(count), sizes, [witness]),
    code: 10,
    first: 0,
  },
]

function strangers(many: number): readonly LeafEvent[] {
  return Array.from({ length: many }, (_, n) => ({ ...stranger, stream: `recommendation-example.new-${n}` }))
}

function heldBy(against: Case['against']): { readonly previous: readonly Previous[]; readonly witnessKeys: readonly (typeof witness)[] } {
  const checkpoint = checkpointAt(table, held, against === "witness's head" ? [...signers, witness] : signers)
  const note: Previous = { kind: 'NOTE', name: against, note: checkpoint.note }
  if (against === 'nothing') return { previous: [], witnessKeys: [] }
  if (against === "witness's key") return { previous: [], witnessKeys: [witness] }
  if (against === 'minutes')
    return { previous: [{ kind: 'DIGEST', name: against, size: held, shortDigest: shortDigest(checkpoint) }], witnessKeys: [] }
  return { previous: [note], witnessKeys: [] }
}

async function judged({ then, against }: Case) {
  const bytes = await bundleOf(then)
  const chunks = (async function* () {
    yield bytes
  })()
  return verifyBundle(chunks, { keys: signers, ...heldBy(against) })
}

test('given nothing that was tampered with, then every auditor is content', async () => {
  for (const against of ['nothing', 'older checkpoint', 'minutes', "witness's head"] as const)
    expect(await judged({ what: '', reach: 'log', against, then: honest, code: 0, first: 0 })).toMatchObject({ ok: true })
})

test('the matrix of tampering: every case is detected and named', { timeout: 120_000 }, async () => {
  const wrong: string[] = []
  const found = new Map<Case, number>()
  for (const one of cases) {
    const verdict = await judged(one)
    const name = `${one.what} [${columnOf(one)}]`
    if (verdict.ok) {
      wrong.push(`${name} was not detected`)
      continue
    }
    found.set(one, verdict.code)
    if (verdict.code !== one.code) wrong.push(`${name} gave ${verdict.code}, not ${one.code}: ${verdict.message}`)
    if (!isNamed(one, verdict)) wrong.push(`${name} named ${verdict.index}, not ${one.first}: ${verdict.message}`)
  }
  process.stdout.write(`\n${matrix(found)}\n`)
  expect(wrong).toEqual([])
  expect(found.size).toBe(cases.length)
})

const columnOf = ({ reach, against }: Case): string => (against === 'nothing' ? reach : `${reach}; held: ${against}`)

/** What was tampered with, by how far the tamperer reached and what the auditor held: the exit code; "-" where it was missed. */
function matrix(found: ReadonlyMap<Case, number>): string {
  const columns = [...new Set(cases.map(columnOf))]
  const whats = [...new Set(cases.map(({ what }) => what))]
  const width = Math.max(...whats.map((what) => what.length))
  const cell = (what: string, column: string): string => {
    const one = cases.find((given) => given.what === what && columnOf(given) === column)
    return one ? String(found.get(one) ?? '-') : ''
  }
  const rows = whats.map((what) => `${what.padEnd(width)} ${columns.map((column) => cell(what, column).padStart(4)).join('')}`)
  const heads = columns.map((column, n) => `  ${n + 1}: ${column}`)
  const share = Math.floor((100 * found.size) / cases.length)
  return [
    'tampered with; how deep, and what the auditor held:',
    ...heads,
    `${''.padEnd(width)} ${columns.map((_, n) => String(n + 1).padStart(4)).join('')}`,
    ...rows,
    `detected / injected: ${found.size} / ${cases.length} (${share} %)`,
  ].join('\n')
}

/** Where the log's own leaves still stand, to the event. Else by what was proved to agree, or by the first event that is certainly gone. */
function isNamed({ reach, first, then }: Case, { code, index }: Refusal): boolean {
  if (code === 10) return true
  if (index === null) return false
  const isExact = reach === 'log' || reach === 'table'
  return isExact ? index === first : index <= first || (code === 13 && breaksAStream(then.log)) || index === then.log.length
}
