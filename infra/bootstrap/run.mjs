// `npm start`, `npm test` and the other scripts of the root package: plain JavaScript for whatever Node is there.
import { ensureInstalled } from './install.mjs'
import { runTask } from './tasks.mjs'

const [task = 'start', ...args] = process.argv.slice(2)
const say = (line) => process.stderr.write(`outstanding: ${line}\n`)
try {
  await ensureInstalled(say)
  process.exitCode = await runTask(task, args)
} catch (error) {
  say(error.message)
  process.exitCode = 1
}
