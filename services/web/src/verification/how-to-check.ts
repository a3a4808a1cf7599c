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
      words: `A checkpoint of today tells whether the history up to today is ever rewritten. Writing down “${printed}”, as minutes do, is enough.`,
      commands: [`curl -o checkpoint.txt ${site}${publishedPaths.checkpoint}`, `curl -o keys.txt ${site}${publishedPaths.keys}`],
    },
    {
      heading: 'Ask for the log',
      words:
        'The council exports every event into one file. It is not published, because the log holds drafts and exempt text; an auditor gets it.',
      commands: ['npx outstanding export --out register.jsonl'],
    },
    {
      heading: 'Check it, without us',
      words:
        'On a machine with Node and nothing else, without network or database: the verifier is one file that can be read. It says what is wrong and names the first event that differs. It ends with 0 where all is good, 10 for a signature, 11 for the tree, 12 where your checkpoint is not continued, 13 for an event missing, added or moved, 14 for a read model and 15 for a file that is not whole.',
      commands: [
        'npx outstanding verifier --out verify.mjs',
        'node verify.mjs register.jsonl --key keys.txt --previous checkpoint.txt',
        `node verify.mjs register.jsonl --key keys.txt --previous ${printed}`,
      ],
    },
    {
      heading: 'Watch it from outside',
      words:
        'A witness with keys of its own signs each new checkpoint if it continues the last one, and keeps the evidence if it does not.',
      commands: [`npx outstanding witness --url ${site} --data-dir ./witness --key keys.txt`],
    },
  ]
}
