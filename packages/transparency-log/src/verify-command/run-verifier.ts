import { parseArgs } from 'node:util'
import type { Replay } from '../bundle/verify/replay.ts'
import { verifySummary, verifyUsage } from './usage.ts'
import { verifyFile } from './verify-file.ts'

const many = { type: 'string', multiple: true, default: [] as string[] } as const
const options = { previous: many, key: many, 'witness-key': many, help: { type: 'boolean', short: 'h' } } as const

/**
 * The verifier as a program of its own: `outstanding verify` for a machine that has Node and nothing else. Resolves to the exit
 * code. `replay` compares an exported read model. Without it, the output says that this was not checked.
 */
export async function runVerifier(args: string[], replay?: Replay): Promise<number> {
  const err = (line: string): void => void process.stderr.write(`${line}\n`)
  try {
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options })
    if (values.help) return help()
    const [file] = positionals
    if (file === undefined || positionals.length > 1) throw new Error(`name one file; usage: ${verifyUsage}`)
    return await verifyFile(
      { file, previous: values.previous, keys: values.key, witnessKeys: values['witness-key'], replay },
      {
        out: (line) => void process.stdout.write(`${line}\n`),
        err,
        terminal: process.stderr.isTTY ? process.stderr : undefined,
      },
    )
  } catch (error) {
    err(firstSentence(error instanceof Error ? error.message : String(error)))
    return 2
  }
}

function help(): number {
  process.stdout.write(`Usage: ${[verifyUsage, ...verifySummary].join('\n')}\n`)
  return 0
}

/** Node adds advice about positional arguments, which does not help here. */
const firstSentence = (message: string): string => message.split(/\. |\n/)[0] ?? message
