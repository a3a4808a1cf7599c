import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { openWitnessState, parseKey, printKey, publishedLog, type Witnessed, witnessOnce } from '@outstanding/transparency-log'
import { type Command, complain, text, texts, type Values } from '../command.ts'
import { stopSignal } from '../stop-signal.ts'

const exitCodes = { SIGNATURE: 10, INCONSISTENT: 12, UNREACHABLE: 1 } as const

export const witness: Command = {
  name: 'witness',
  usage: '--url URL --data-dir DIR [--key KEY]... [--name NAME] [--every SECONDS] [--once]',
  summary:
    "Watches an installation's checkpoints from outside. It cosigns a checkpoint that extends the last one. Otherwise it keeps both as\n" +
    '      evidence and stops: exit code 10 for a signature that is not valid, 12 for a history that was changed.',
  options: {
    url: { type: 'string' },
    'data-dir': { type: 'string' },
    key: { type: 'string', multiple: true },
    name: { type: 'string' },
    every: { type: 'string' },
    once: { type: 'boolean' },
  },
  async run(values) {
    const asked = askedIn(values)
    if (typeof asked === 'string') return complain(`witness: ${asked}`, 2)
    const { url, directory, everySeconds } = asked
    const state = await openWitnessState(resolve(directory), text(values, 'name'))
    const pinned = await keysOf(texts(values, 'key'))
    if (pinned === null) return complain('witness: --key must be a key, or a file with one key on each line', 2)
    if (pinned.length > 0) await state.pinLogKeys(pinned)
    process.stdout.write(state.keys.signers.map((key) => `witness key: ${printKey(key)}\n`).join(''))
    const signal = stopSignal()
    for (;;) {
      const outcome = await witnessOnce(publishedLog(url), state)
      const code = tell(outcome)
      if (values['once'] === true || (!outcome.ok && outcome.why !== 'UNREACHABLE')) return code
      await sleep(everySeconds * 1_000, undefined, { signal }).catch(() => {})
      if (signal.aborted) return 0
    }
  },
}

/** Or one sentence. */
function askedIn(values: Values): { readonly url: string; readonly directory: string; readonly everySeconds: number } | string {
  const [url, directory] = [text(values, 'url'), text(values, 'data-dir')]
  const everySeconds = Number(text(values, 'every') ?? 3_600)
  if (!url || !/^https?:\/\/./.test(url)) return '--url must be the address of the installation, as https://...'
  if (!directory) return "--data-dir must be a directory for the witness's keys and state"
  if (!Number.isInteger(everySeconds) || everySeconds < 1) return '--every must be a whole number of seconds'
  return { url, directory, everySeconds }
}

function tell(outcome: Witnessed): number {
  if (outcome.ok) {
    process.stdout.write(`${outcome.message}\n`)
    return 0
  }
  const evidence = outcome.evidence === null ? '' : `; the evidence is in ${outcome.evidence}`
  process.stderr.write(`outstanding: witness: ${outcome.message}${evidence}\n`)
  return exitCodes[outcome.why]
}

async function keysOf(values: readonly string[]) {
  const contents = await Promise.all(values.map((one) => (parseKey(one) ? one : readFile(one, 'utf8').catch(() => ''))))
  const keys = contents.flatMap((lines) => lines.trim().split('\n').map(parseKey))
  return keys.every((key) => key !== null) ? keys : null
}
