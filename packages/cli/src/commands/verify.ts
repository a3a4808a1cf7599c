import { verifyFile } from '@outstanding/transparency-log/verify'
import { type Command, complain, texts } from '../command.ts'

/** Nothing of the database or the event store is loaded: an auditor's machine has neither. */
export const verify: Command = {
  name: 'verify',
  usage: 'FILE [--previous CHECKPOINT]... [--key KEY]... [--witness-key KEY]...',
  summary:
    'Checks an exported bundle without network or database: 0 good, 10 signature, 11 root, 12 inconsistent with an earlier checkpoint,\n' +
    '      13 missing, extra or reordered event, 14 read model differs, 15 malformed. CHECKPOINT is a file, or COUNT@DIGEST as printed.',
  options: {
    previous: { type: 'string', multiple: true },
    key: { type: 'string', multiple: true },
    'witness-key': { type: 'string', multiple: true },
  },
  takesFiles: true,
  async run(values, files) {
    const [file] = files
    if (file === undefined || files.length > 1) return complain('verify: name one file', 2)
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
