import { publishedPaths } from '../paths/paths.ts'
import type { Checkpoint } from './verified.ts'

/** One thing that anybody can do, with the commands for it. */
export type Step = { readonly heading: string; readonly words: string; readonly commands: readonly string[] }

/** `site` is the address of the register, without a path. */
export function stepsFor(site: string, checkpoint: Pick<Checkpoint, 'size' | 'shortDigest'> | null): readonly Step[] {
  const printed = checkpoint === null ? 'COUNT@DIGEST' : `${checkpoint.size}@${checkpoint.shortDigest}`
  return [
    {
      heading: 'Keep a checkpoint and the keys',
      words: `Keep today’s checkpoint. It shows whether any entry made up to today is changed later. You can also just write down “${printed}”, for example in minutes.`,
      commands: [`curl -o checkpoint.txt ${site}${publishedPaths.checkpoint}`, `curl -o keys.txt ${site}${publishedPaths.keys}`],
    },
    {
      heading: 'Get a copy of the log',
      words:
        'The council exports every entry to one file and gives it to the auditor. The file is not published because it contains drafts and exempt text.',
      commands: ['npx outstanding export --out register.jsonl'],
    },
    {
      heading: 'Check independently',
      words:
        'You need a computer with Node, and no network or database. The verifier is one readable file. It names the first entry that differs. Exit codes: 0 valid, 10 signature not valid, 11 entry altered, 12 your checkpoint does not match, 13 entry missing, added or moved, 14 derived table differs, 15 incomplete file.',
      commands: [
        'npx outstanding verifier --out verify.mjs',
        'node verify.mjs register.jsonl --key keys.txt --previous checkpoint.txt',
        `node verify.mjs register.jsonl --key keys.txt --previous ${printed}`,
      ],
    },
    {
      heading: 'Run a witness',
      words:
        'A witness is an independent program with its own keys. It signs each new checkpoint that extends the last one. If a checkpoint does not, it refuses and keeps the evidence.',
      commands: [`npx outstanding witness --url ${site} --data-dir ./witness --key keys.txt`],
    },
  ]
}
