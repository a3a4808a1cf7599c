import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bundleOf, checkpointAt, event, events, installation, signers, witness } from '../bundle/given-installation.ts'
import { shortDigest } from '../checkpoint/checkpoint.ts'
import { printKey } from '../note/keys.ts'
import type { VerifyRequest } from './verify-file.ts'
import { verifyFile } from './verify-file.ts'

describe('the verification of a file', () => {
  const whole = installation(events(300), [300])
  let directory: string
  const at = (name: string): string => join(directory, name)
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'outstanding-verify-'))
    await writeFile(at('bundle'), await bundleOf(whole))
    await writeFile(at('altered'), await bundleOf({ ...whole, log: whole.log.with(7, { ...event(7), data: 'x' }) }))
    await writeFile(at('keys'), signers.map((key) => `${printKey(key)}\n`).join('\n'))
    const rows = (async function* () {
      yield { stream: 'recommendation-example.1' }
    })()
    await writeFile(at('with-rows'), await bundleOf(whole, { readModel: { name: 'positions', asAt: '2026-11-22', rowCount: 1, rows } }))
    await writeFile(at('checkpoint'), checkpointAt(whole.table, 100).note)
  })
  afterAll(() => rm(directory, { recursive: true, force: true }))

  async function verify(request: Partial<VerifyRequest>) {
    const [out, err, drawn]: [string[], string[], string[]] = [[], [], []]
    const terminal = { write: (text: string) => drawn.push(text) }
    const asked = { file: at('bundle'), previous: [], keys: [], witnessKeys: [], ...request }
    const code = await verifyFile(asked, { out: (line) => out.push(line), err: (line) => err.push(line), terminal })
    return { code, out: out.join('\n'), err: err.join('\n'), drawn: drawn.join('') }
  }

  test('says what was found, with keys as text or in a file, and earlier checkpoints as files or as printed; progress is drawn over itself', async () => {
    const printed = `200@${shortDigest(checkpointAt(whole.table, 200))}`
    const outcome = await verify({ keys: [at('keys')], previous: [at('checkpoint'), printed] })
    expect(outcome).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringMatching(/all 300 entries[^]*Ed25519[^]*ML-DSA-44[^]*continues 2 earlier/),
    })
    expect(outcome.drawn).toMatch(/^\r█{30} 100 %\r +\r$/)
    expect(outcome.out).not.toContain('proves nothing')
    expect(await verify({ keys: signers.map(printKey) })).toMatchObject({ code: 0 })
    expect(await verify({})).toMatchObject({ code: 0, out: expect.stringContaining('the keys come from the file itself') })
  })

  test('does not blame the bundle for an earlier checkpoint that is none', async () => {
    await writeFile(at('no-checkpoint'), 'No checkpoint has been signed yet.\n')
    expect(await verify({ previous: [at('no-checkpoint')] })).toMatchObject({
      code: 2,
      err: expect.stringContaining('is a file without a checkpoint'),
    })
    // One that was signed by others is another matter.
    await writeFile(at('of-others'), checkpointAt(whole.table, 100, [witness]).note)
    expect(await verify({ previous: [at('of-others')], keys: [at('keys')] })).toMatchObject({ code: 10 })
  })

  test('names the first event that differs', async () => {
    const { code, out, err } = await verify({ file: at('altered'), keys: [at('keys')] })
    expect({ code, out }).toEqual({ code: 11, out: '' })
    expect(err).toMatch(/altered FAILED \(11\): entry 7 has been altered since it was signed/)
  })

  test('does not call a read model good that it could not compare', async () => {
    const { code, out, err } = await verify({ file: at('with-rows'), keys: [at('keys')] })
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('the table of 1 rows was not checked') })
    expect(out).toContain('all 300 entries')
    expect(out).not.toContain('rows of the table match')
  })

  test.each([
    [{ file: '/does/not/exist' }, /there is no file \/does\/not\/exist; check its name/],
    [{ file: '/' }, /is a directory; name a file/],
    [{ file: import.meta.filename }, /is not a bundle; name a file written by/],
    [{ keys: ['example.org+00000000+AAAA'] }, /--key .* is neither a key nor a file/],
    [{ keys: ['nonsense'] }, /--key nonsense is neither a key nor a file/],
    [{ previous: ['41'] }, /--previous 41 is neither a file nor a count with a digest/],
  ])('given %j, then it says what was not understood', async (request, sentence) => {
    expect(await verify(request)).toMatchObject({ code: 2, err: expect.stringMatching(sentence) })
  })
})
