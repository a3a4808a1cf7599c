import { createLog, reportUnhandled } from '@outstanding/runtime'
import { complain } from './command.ts'
import { runCommandLine } from './run-command-line.ts'

// Whoever reads our output may stop early (`| head`); the work goes on without a reader.
process.stdout.on('error', () => {})

const log = createLog('outstanding', 'info')
const unhandled = reportUnhandled((fact, sentence) => log.error(fact, sentence))

try {
  const code = await runCommandLine(process.argv.slice(2))
  process.exitCode = code === 0 && unhandled() > 0 ? 1 : code
} catch (error) {
  process.exitCode = complain(error instanceof Error ? error.message : String(error), 1)
}
