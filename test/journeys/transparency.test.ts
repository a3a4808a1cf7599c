import { spawn } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openWitnessState, printKey } from '@outstanding/transparency-log'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Product } from '../support/product.ts'
import { newDataDir, removeDataDir, runCommand, startProduct, superuserOf } from '../support/product.ts'

const source = new URL('../../packages/transparency-log/src', import.meta.url).pathname

let product: Product
let dataDir: string
let directory: string
let database: (name: string) => string
const at = (name: string): string => join(directory, name)

/** A machine with Node, the verifier's one file and what the auditor holds: Node lets nothing else be read, written or started. */
const nodeAlone = (...args: string[]) => alone('--permission', `--allow-fs-read=${directory}`, at('verify.mjs'), ...args)

async function alone(...args: string[]): Promise<{ readonly code: number | null; readonly output: string }> {
  const child = spawn(process.execPath, args, { cwd: directory, env: {}, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
  await once(child, 'close')
  return { code: child.exitCode, output }
}

async function sql(name: string, ...statements: string[]): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: database(name) })
  await client.connect()
  try {
    let result: pg.QueryResult | undefined
    for (const statement of statements) result = await client.query(statement)
    if (!result) throw new Error('nothing was asked')
    return result
  } finally {
    await client.end()
  }
}

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'outstanding-audit-'))
  dataDir = await newDataDir()
  const witness = await openWitnessState(at('witness'), 'witness.example.org/w1')
  const witnessKeys = witness.keys.signers.map((key) => `${printKey(key)}\n`).join('')
  await writeFile(at('witness-keys.txt'), witnessKeys)
  const written = await runCommand(['verifier', '--out', at('verify.mjs')])
  if (written.code !== 0) throw new Error(written.stderr)
  product = await startProduct(dataDir, {
    OUTSTANDING_SAMPLE: 'on',
    OUTSTANDING_ORIGIN: 'example.gov.uk/outstanding',
    OUTSTANDING_CHECKPOINT_DIR: at('published'),
    OUTSTANDING_WITNESS_KEYS: witnessKeys,
  })
  database = await superuserOf(dataDir)
}, 240_000)
afterAll(async () => {
  await product.stop()
  await removeDataDir(dataDir)
  await rm(directory, { recursive: true, force: true })
}, 60_000)

/** In order: the last ones tamper with what the first ones found good. */
describe('an auditor', { timeout: 120_000 }, () => {
  test('gets a checkpoint and the public keys, and what is printed of it', async () => {
    const { code, stdout, stderr } = await runIn('checkpoint')
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringMatching(/^\d+ entries, ([0-9a-f]{4}-){3}[0-9a-f]{4}\n$/) })
    expect(stdout).toMatch(/^example\.gov\.uk\/outstanding\n\d+\n/)
    await writeFile(at('checkpoint.txt'), stdout)
    await writeFile(at('minutes.txt'), stderr)
    expect((await readdir(at('published'))).length).toBeGreaterThan(0)
    const served = await fetch(`${product.url}/.well-known/outstanding/checkpoint`)
    expect(await served.text()).toBe(stdout)
    await writeFile(at('keys.txt'), await (await fetch(`${product.url}/.well-known/outstanding/keys`)).text())
    const tile = await fetch(`${product.url}/.well-known/outstanding/tile/0/000`)
    expect([tile.status, (await tile.arrayBuffer()).byteLength]).toEqual([200, 256 * 32])
    for (const path of ['tile/0/999', 'tile/entries/000', 'private'])
      expect((await fetch(`${product.url}/.well-known/outstanding/${path}`)).status, path).toBe(404)
  })

  test('has a witness that cosigns, whose signature the log then shows', async () => {
    const looked = await runCommand(['witness', '--url', product.url, '--data-dir', at('witness'), '--key', at('keys.txt'), '--once'])
    expect(looked).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('the log stored the cosignature') })
    expect(await (await fetch(`${product.url}/.well-known/outstanding/checkpoint`)).text()).toContain('— witness.example.org/w1 ')
  })

  test('verifies a bundle of the sample register with Node, the bundle and nothing else', async () => {
    const id = await aRecommendation()
    const exported = await runIn('export', '--out', at('whole.jsonl'), '--prove', id)
    expect(exported).toMatchObject({ code: 0, stderr: '' })
    const minutes = (await readFile(at('minutes.txt'), 'utf8')).trim().replace(/^(\d+) entries, /, '$1@')
    const held = [
      '--key',
      at('keys.txt'),
      '--witness-key',
      at('witness-keys.txt'),
      '--previous',
      at('checkpoint.txt'),
      '--previous',
      minutes,
    ]
    const verdict = await nodeAlone(at('whole.jsonl'), ...held)
    expect(verdict.code, verdict.output).toBe(0)
    expect(verdict.output).toMatch(
      /is valid: all \d+ entries[^]*witnessed up to entry[^]*continues 2 earlier checkpoints[^]*proofs of single entries are valid/,
    )
    expect(await nodeAlone(at('no-such-file'))).toMatchObject({ code: 2 })
    // A folder of the clone, where nothing was installed, does as well.
    await cp(source, at('verifier'), { recursive: true })
    expect(await alone(at('verifier/main.ts'), at('whole.jsonl'), ...held)).toEqual(verdict)
  })

  test('gets no person in it but sealed', async () => {
    const issued = await product.command('token', '--role', 'admin', '--name', 'Perpetua Nightingale')
    const input = { commandId: randomUUID(), effectiveOn: '2026-01-05', name: 'Bartholomew Quillfeather' }
    const mutation = 'mutation ($input: RegisterPersonInput!) { registerPerson(input: $input) { __typename } }'
    const registered = await product.graphql(mutation, { input }, issued.stdout.trim())
    expect(registered).toEqual({ data: { registerPerson: { __typename: 'CommandAccepted' } } })
    const withTexts = ['--with-texts', at('texts.jsonl')]
    expect(await runIn('export', '--out', at('people.jsonl'), ...withTexts)).toMatchObject({ code: 0 })
    const bundle = await readFile(at('people.jsonl'), 'utf8')
    // The texts stand in a file of their own, each entry with the leaf by which the bundle proves it.
    const texts = await readFile(at('texts.jsonl'), 'utf8')
    const written = 'The first figures are on the website.'
    expect([texts.includes(written), bundle.includes(written)]).toEqual([true, false])
    expect(texts).not.toMatch(/Nightingale|Quillfeather/)
    const [header, ...entries] = texts
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { events: number; leaf: string; index: number })
    expect(entries.map(({ index }) => index)).toEqual(Array.from({ length: header?.events ?? 0 }, (_, index) => index))
    expect(entries.every(({ leaf }) => /^[0-9a-f]{64}$/.test(leaf))).toBe(true)
    expect(bundle.match(/"type":"PersonRegistered"/g)?.length).toBeGreaterThanOrEqual(2)
    expect(bundle).not.toMatch(/Nightingale|Quillfeather/)
  })

  test('can have the beginning only, up to a day or a log position, and reports when that is nothing', async () => {
    expect(await runIn('export', '--out', at('part.jsonl'), '--until', '2020-01-01')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('nothing had been recorded'),
    })
    expect(await runIn('export', '--out', at('part.jsonl'), '--until', 'yesterday')).toMatchObject({ code: 2 })
    const position = (await sql('outstanding', 'select position from transparency.leaf where index = 99')).rows[0] as { position: string }
    expect(await runIn('export', '--out', at('part.jsonl'), '--until', position.position)).toMatchObject({ code: 0 })
    expect((await nodeAlone(at('part.jsonl'), '--key', at('keys.txt'))).output).toContain('100 entries')
  })

  test('compares the read model with what the events come to, to the row', async () => {
    expect(await runIn('export', '--out', at('rows.jsonl'), '--with-read-model')).toMatchObject({ code: 0, stderr: '' })
    const good = await runIn('verify', at('rows.jsonl'), '--key', at('keys.txt'))
    expect(good, good.stderr).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/all \d\d rows of the table match the entries/),
    })
    expect(await nodeAlone(at('rows.jsonl'), '--key', at('keys.txt'))).toEqual({ code: 0, output: good.stdout })
    const text = await readFile(at('rows.jsonl'), 'utf8')
    await writeFile(at('touched.jsonl'), resealed(text.replace('"delivery":"NOT_REPORTED"', '"delivery":"CLAIMED_COMPLETE"')))
    expect(await runIn('verify', at('touched.jsonl'))).toMatchObject({
      code: 14,
      stderr: expect.stringMatching(/FAILED \(14\): the position of recommendation-.*, last changed by entry \d+, is wrong in delivery/),
    })
    expect(await nodeAlone(at('touched.jsonl'))).toMatchObject({ code: 14 })
    const lines = text.split('\n')
    await writeFile(
      at('short.jsonl'),
      resealed(lines.filter((line, n) => n !== lines.findIndex((one) => one.includes('"kind":"row"'))).join('\n')),
    )
    expect(await runIn('verify', at('short.jsonl'))).toMatchObject({ code: 14 })
  })

  test('finds an event that was changed in the database, and where; a rebuild does not go over it', async () => {
    const index = 123
    const [was, is] = ['"effectiveOn":"20', '"effectiveOn":"19'].map((text) => Buffer.from(text).toString('hex'))
    const changed = await sql(
      'log',
      `update event_node.event set frame = decode(replace(encode(frame, 'hex'), '${was}', '${is}'), 'hex') where position = ${await positionOf(index)}`,
    )
    expect(changed.rowCount).toBe(1)
    // The event node keeps the newest events in memory, so tampering with its tables shows only after its next start.
    await product.stop()
    const exported = await runIn('export', '--out', at('altered.jsonl'))
    expect(exported).toMatchObject({ code: 3, stderr: expect.stringContaining(`entry ${index} has been altered since it was signed`) })
    expect(await nodeAlone(at('altered.jsonl'), '--key', at('keys.txt'))).toMatchObject({
      code: 11,
      output: expect.stringContaining(`FAILED (11): entry ${index} has been altered since it was signed`),
    })
    expect(await runIn('rebuild')).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/index 123 of the log is not the event that the transparency log holds there: history was altered/),
    })
  })
})

/** As the operator would: in the directory of the installation. */
const runIn = (...args: string[]) =>
  runCommand(args, {
    OUTSTANDING_DATA_DIR: dataDir,
    OUTSTANDING_ORIGIN: 'example.gov.uk/outstanding',
    OUTSTANDING_CHECKPOINT_DIR: at('published'),
  })

/** The end made right again, as somebody would who knows the format. */
function resealed(text: string): string {
  const before = text.slice(0, text.lastIndexOf('\n', text.length - 2) + 1)
  const sha256 = createHash('sha256').update(before).digest('hex')
  return `${before}{"bytes":${Buffer.byteLength(before)},"kind":"footer","sha256":"${sha256}"}\n`
}

async function aRecommendation(): Promise<string> {
  const { data } = await product.graphql('{ recommendations(first: 1) { edges { node { id } } } }')
  return (data as { recommendations: { edges: readonly { node: { id: string } }[] } }).recommendations.edges[0]?.node.id ?? ''
}

async function positionOf(index: number): Promise<string> {
  const { rows } = await sql('outstanding', `select position from transparency.leaf where index = ${index}`)
  return (rows[0] as { position: string }).position
}
