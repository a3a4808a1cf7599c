#!/usr/bin/env node
// `npx outstanding ...`, in a bare clone too. Only the command itself writes to standard output.
import { join } from 'node:path'
import { become } from './command.mjs'
import { ensureInstalled } from './install.mjs'
import { compiledOnce, node, root } from './layout.mjs'

const say = (line) => process.stderr.write(`outstanding: ${line}\n`)
try {
  await ensureInstalled(say)
  const command = [join(root, 'packages', 'cli', 'src', 'main.ts'), ...process.argv.slice(2)]
  process.exitCode = await become(node, command, { env: { ...process.env, ...compiledOnce } })
} catch (error) {
  say(error.message)
  process.exitCode = 1
}
