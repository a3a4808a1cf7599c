import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { connectEventStore, type NewEvent } from '@outstanding/event-store'
import { verifyToken } from '@outstanding/identity'
import { tokenKeysOf } from '@outstanding/standalone'
import { printKey } from '@outstanding/transparency-log'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signers } from '../../transparency-log/src/bundle/given-installation.ts'

const main = fileURLToPath(new URL('./main.ts', import.meta.url))

type Answer = { readonly code: number; readonly stdout: string; readonly stderr: string }

function outstanding(dataDir: string, ...args: string[]): Promise<Answer> {
  return promisify(execFile)(process.execPath, [main, ...args], { env: { ...process.env, OUTSTANDING_DATA_DIR: dataDir } }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    ({ code, stdout, stderr }: Answer) => ({ code, stdout, stderr }),
  )
}

describe('the command line', { timeout: 60_000 }, () => {
  let parent: string
  beforeAll(async () => void (parent = await mkdtemp(join(tmpdir(), 'outstanding-cli-'))))
  afterAll(() => rm(parent, { recursive: true, force: true }))

  it('given --version, then it prints the version of the root package and nothing else', async () => {
    const manifest = JSON.parse(await readFile(new URL('../../../package.json', import.meta.url), 'utf8')) as { version: string }
    expect(await outstanding(parent, '--version')).toEqual({ code: 0, stdout: `${manifest.version}\n`, stderr: '' })
  })

  it('given help and a command, then it prints the help of that command alone', async () => {
    const asked = await outstanding(parent, 'help', 'token')
    expect(asked).toEqual(await outstanding(parent, 'token', '--help'))
    expect(asked).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Usage: outstanding token --role/), stderr: '' })
  })

  it.each([
    [['dance'], /^outstanding: there is no command "dance"; there are start, token, .* \(see --help\)\n$/],
    [['token', '--colour', 'red'], /^outstanding: token: unknown option '--colour'; usage: .*\n$/],
    [['token', 'extra'], /^outstanding: token: unexpected argument 'extra'.*; usage: .*\n$/],
    [['token', '--role', 'king', '--name', 'A'], /^outstanding: token: --role must be one of officer, committee, .*\n$/],
    [['token', '--role', 'officer'], /^outstanding: token: give the name of the person.*\n$/],
    [['event-node', '--port', 'x', '--data-dir', 'y'], /^outstanding: event-node: --port must be a port number.*\n$/],
    [['event-node', '--port', '0'], /^outstanding: event-node: --data-dir must be a directory\n$/],
    [['export'], /^outstanding: export: give a file with --out\n$/],
    [
      ['export', '--out', 'x', '--until', '5', '--with-read-model'],
      /^outstanding: export: --with-read-model exports the current position only.*\n$/,
    ],
    [['verify'], /^outstanding: verify: give one file\n$/],
    [['verify', 'no-such-file'], /^outstanding: there is no file no-such-file; check its name\n$/],
    [['verify', '.'], /^outstanding: \. is a directory; name a file\n$/],
    [['verify', main], /^outstanding: \S+ is not a bundle; name a file written by "outstanding export"\n$/],
    [['verifier', '--out', '/no/such/directory/file'], /^outstanding: verifier: \S+ cannot be written; check that its directory exists\n$/],
    [['help', 'dance'], /^outstanding: there is no command "dance"; .*\n$/],
    [['witness', '--url', 'x', '--data-dir', 'y'], /^outstanding: witness: --url must be the address.*\n$/],
    [['read'], /^outstanding: read: give at least one file.*\n$/],
  ])('given %j, then one sentence and exit code 2', async (args, sentence) => {
    const { code, stdout, stderr } = await outstanding(parent, ...args)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(sentence)
  })

  it('given a role and a name, when asked for a token before any start, then it prints the token alone, and it is good', async () => {
    const dataDir = join(parent, 'token')
    const { code, stdout, stderr } = await outstanding(dataDir, 'token', '--role', 'committee', '--name', 'Ann Example')
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringMatching(/^Token \S+ is valid until \d+ \w+ \d{4}\. .*\n$/) })
    expect(stdout).toMatch(/^\S+\n$/)
    expect(await verifyToken(await tokenKeysOf(dataDir), stdout.trim())).toMatchObject({
      ok: true,
      name: 'Ann Example',
      actor: { role: 'committee-member' },
    })
  })

  it('given a log whose checkpoint is not signed by its keys, when it is watched, then the witness ends with the code of the refusal', async () => {
    const paths: Readonly<Record<string, string>> = {
      '/.well-known/outstanding/keys': `${signers.map(printKey).join('\n')}\n`,
      '/.well-known/outstanding/checkpoint': 'example.gov.uk/outstanding\n1\nAAAA\n',
    }
    const server = createServer((request, response) => response.end(paths[request.url ?? ''])).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const { code, stderr } = await outstanding(parent, 'witness', '--url', url, '--data-dir', join(parent, 'witness'))
    server.close()
    expect({ code, stderr }).toEqual({
      code: 10,
      stderr: expect.stringMatching(/^outstanding: witness: refused: .*; the evidence is in \S+\n$/),
    })
  })

  it('given the event node alone, when ended by SIGTERM and started again on its directory, then it has all its events', async () => {
    const dataDir = join(parent, 'node')
    const event: NewEvent = { eventId: '5f0c7b1e-9d1c-4b58-8a0e-6a2a3d1f0c11', type: 'Kept', data: { kept: true }, metadata: {} }
    const first = await startEventNode(dataDir)
    const store = connectEventStore(first.url)
    expect(await store.append('kept-1', 'NO_STREAM', [event])).toMatchObject({ ok: true, revision: 0 })
    await store.close()
    expect(await first.terminate()).toBe(0)
    const second = await startEventNode(dataDir)
    const again = connectEventStore(second.url)
    expect(await again.readStream('kept-1')).toMatchObject([{ eventId: event.eventId, data: { kept: true } }])
    await again.close()
    expect(await second.terminate()).toBe(0)
  })
})

async function startEventNode(dataDir: string) {
  const child = spawn(process.execPath, [main, 'event-node', '--port', '0', '--data-dir', dataDir], { stdio: ['ignore', 'pipe', 'ignore'] })
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  return {
    url: (await readFile(/string in (\S+),/.exec(line.toString())?.[1] ?? '', 'utf8')).trim(),
    async terminate() {
      child.kill('SIGTERM')
      await once(child, 'close')
      return child.exitCode
    },
  }
}
