import { complain } from './command.ts'
import { runCommandLine } from './run-command-line.ts'

// Whoever reads our output may stop early (`| head`); that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1)
})

try {
  process.exitCode = await runCommandLine(process.argv.slice(2))
} catch (error) {
  process.exitCode = complain(error instanceof Error ? error.message : String(error), 1)
}
