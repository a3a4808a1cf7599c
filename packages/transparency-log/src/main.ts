import { parseArgs } from 'node:util'
import { verifyFile } from './verify-command/verify-file.ts'

/**
 * `node packages/transparency-log/src/main.ts FILE [--previous CHECKPOINT]... [--key KEY]... [--witness-key KEY]...`: the same
 * verification as `outstanding verify`, on a machine that has Node 24 and nothing installed. It cannot replay a read model.
 */
// Whoever reads our output may stop early (`| head`); the exit code is still the answer.
process.stdout.on('error', () => {})

const many = { type: 'string', multiple: true, default: [] as string[] } as const
try {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { previous: many, key: many, 'witness-key': many } })
  const [file] = positionals
  if (file === undefined || positionals.length > 1)
    throw new Error('name one file: FILE [--previous CHECKPOINT]... [--key KEY]... [--witness-key KEY]...')
  process.exitCode = await verifyFile(
    { file, previous: values.previous, keys: values.key, witnessKeys: values['witness-key'] },
    {
      out: (line) => void process.stdout.write(`${line}\n`),
      err: (line) => void process.stderr.write(`${line}\n`),
      terminal: process.stderr.isTTY ? process.stderr : undefined,
    },
  )
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 2
}
