import { createLog, reportUnhandled } from '@outstanding/runtime'
import { complain } from './command.ts'
import { runCommandLine } from './run-command-line.ts'

// The reader of our output may stop early (`| head`). The work continues without it.
process.stdout.on('error', () => {})

const log = createLog('outstanding', 'info')
const unhandled = reportUnhandled((fact, sentence) => log.error(fact, sentence))

try {
  const code = await runCommandLine(process.argv.slice(2))
  process.exitCode = code === 0 && unhandled() > 0 ? 1 : code
} catch (error) {
  process.exitCode = complain(error instanceof Error ? error.message : String(error), 1)
}
