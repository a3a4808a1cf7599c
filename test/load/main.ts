import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/**
 * `pnpm bench`: every benchmark, one after the other, each in a process of its own. Arguments are handed on
 * (`pnpm bench --events 100000`). Figures are for people to compare; nothing fails for being slow.
 */
const benchmarks = ['event-node.ts', 'projector.ts', 'both-times.ts', 'transparency.ts', 'sealing.ts']

for (const name of benchmarks) {
  const file = fileURLToPath(new URL(name, import.meta.url))
  if (!existsSync(file)) continue
  process.stdout.write(`\n# ${name}\n`)
  const child = spawn(process.execPath, [file, ...process.argv.slice(2)], { stdio: 'inherit' })
  const [code] = (await once(child, 'exit')) as [number | null]
  if (code !== 0) process.exitCode = 1
}
