import { connectEventStore } from '@outstanding/event-store'
import type { Halt } from '@outstanding/projection'
import { createLog, readConfiguration, reportUnhandled } from '@outstanding/runtime'
import type pg from 'pg'
import { treeFault } from './log-fault.ts'
import { runProjector } from './run.ts'
import { keepCheckpoints } from './transparency/keep-checkpoints.ts'
import { keepSelfChecks } from './transparency/keep-self-checks.ts'

/**
 * The projector as a process. Environment: DATABASE_URL, EVENTSTORE_URL, OUTSTANDING_LOG_LEVEL; OUTSTANDING_CHECKPOINT_KEYS_FILE makes
 * it sign checkpoints (OUTSTANDING_ORIGIN names the log, OUTSTANDING_CHECKPOINT_DIR is where they are published);
 * PROJECTOR_EXIT_WITH_PARENT=1 ends it when its standard input closes. It prints `{"ready":true}` once it follows the log live, or after 30 s of catching up
 * (`"behind":true`), or once it is halted (`"halted"` says why): it then stays, and goes on when the reason is gone. If it cannot
 * run: `{"problem":"..."}`, the same sentence on standard error, and exit code 1 (2: another projector took over).
 */
const maxSilenceMs = 30_000

await main()
// An open standard input would keep the process there.
process.stdin.destroy()

async function main(): Promise<void> {
  const configuration = readConfiguration(process.env)
  if (!configuration.ok) return fail(configuration.problem)
  const { databaseUrl, eventStoreUrl, logLevel, checkpointKeysFile: keysFile, checkpointDir: directory, origin } = configuration.value
  if (databaseUrl === undefined) return fail('DATABASE_URL is not set. Set it to the PostgreSQL database of the read models')
  if (eventStoreUrl === undefined) return fail('EVENTSTORE_URL is not set. Set it to the address of the event store')
  const log = createLog('projector', logLevel)
  reportUnhandled((fact, sentence) => log.error(fact, sentence))
  const stopping = stopOnSignals()
  const announced = announceOnce()
  const patience = setTimeout(() => announced({ ready: true, behind: true }), maxSilenceMs)
  patience.unref()
  try {
    const store = connectEventStore(eventStoreUrl, { name: 'outstanding-projector' })
    try {
      const report = (line: string): void => log.info(line)
      const onLive = (): void => {
        announced({ ready: true })
        void keepSelfChecks({ store, databaseUrl, signal: stopping, onProblem: (problem) => log.error(problem) })
        if (keysFile !== undefined) {
          const fault = (client: pg.Client) => treeFault(store, client)
          void keepCheckpoints({ databaseUrl, keysFile, origin, directory, signal: stopping, report, fault })
        }
      }
      const onHalt = (halt: Halt, halted: string): void => {
        log.fatal({ halt }, halted)
        announced({ ready: true, halted })
      }
      const end = await runProjector({ store, databaseUrl, signal: stopping, report, onLive, onHalt })
      if (end.kind === 'FENCED') fail(`the projector ends: ${end.reason}`, 2)
    } finally {
      await store.close()
    }
  } catch (error) {
    fail(`the projector cannot start: ${error instanceof Error ? error.message : String(error)}`)
  } finally {
    clearTimeout(patience)
  }
}

function stopOnSignals(): AbortSignal {
  const stopping = new AbortController()
  const stop = (): void => stopping.abort()
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  if (process.env['PROJECTOR_EXIT_WITH_PARENT'] === '1') {
    process.stdin.on('end', stop)
    process.stdin.on('error', stop)
    process.stdin.resume()
  }
  return stopping.signal
}

function announceOnce(): (line: object) => void {
  let announced = false
  return (line) => {
    if (announced) return
    announced = true
    process.stdout.write(`${JSON.stringify(line)}\n`)
  }
}

function fail(problem: string, exitCode = 1): void {
  process.stdout.write(`${JSON.stringify({ problem })}\n`)
  process.stderr.write(`${problem}\n`)
  process.exitCode = exitCode
}
