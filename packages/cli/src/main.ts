import { complain } from './command.ts'
import { runCommandLine } from './run-command-line.ts'

// Whoever reads our output may stop early (`| head`); the work goes on without a reader.
process.stdout.on('error', () => {})

try {
  process.exitCode = await runCommandLine(process.argv.slice(2))
} catch (error) {
  process.exitCode = complain(error instanceof Error ? error.message : String(error), 1)
}
