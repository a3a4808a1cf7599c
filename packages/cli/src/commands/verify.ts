import { verifyFile, verifySummary, verifyUsage } from '@outstanding/transparency-log/verify'
import { type Command, complain, texts } from '../command.ts'

/** Nothing of the database or the event store is loaded: an auditor's machine has neither. */
export const verify: Command = {
  name: 'verify',
  usage: verifyUsage,
  summary: verifySummary.join('\n      '),
  options: {
    previous: { type: 'string', multiple: true },
    key: { type: 'string', multiple: true },
    'witness-key': { type: 'string', multiple: true },
  },
  takesFiles: true,
  async run(values, files) {
    const [file] = files
    if (file === undefined || files.length > 1) return complain('verify: give one file', 2)
    const [{ replayRecommendations }, { decodeEvent }] = await Promise.all([
      import('../replay-recommendations.ts'),
      import('@outstanding/event-store/codec'),
    ])
    return verifyFile(
      {
        file,
        previous: texts(values, 'previous'),
        keys: texts(values, 'key'),
        witnessKeys: texts(values, 'witness-key'),
        replay: replayRecommendations(decodeEvent),
      },
      {
        out: (line) => void process.stdout.write(`${line}\n`),
        err: (line) => void process.stderr.write(`outstanding: ${line}\n`),
        terminal: process.stderr.isTTY ? process.stderr : undefined,
      },
    )
  },
}
