import { appendFileSync, writeFileSync } from 'node:fs'
import { registry } from '@outstanding/domain'
import { allReadModels } from '@outstanding/read-models'
import { logFile, readGoldenRows, readLog, rowsFile } from './golden-files.ts'
import { eventsToAdd } from './golden-log.ts'
import { goldenRowsOf, rowsFault } from './golden-rows.ts'

/** Refuses to replace the rows of a version by other rows; else adds events of new types to the logs, and writes the digests. */
const faults = allReadModels
  .filter((model) => model.version === readGoldenRows(model)?.version)
  .flatMap((model) => {
    const golden = readGoldenRows(model)
    const log = readLog(model.category).slice(0, golden?.events)
    const fault = golden === null ? null : rowsFault(model, log, golden)
    return fault === null ? [] : [fault]
  })
if (faults.length > 0) {
  process.stderr.write(`${faults.join('\n')}\n`)
  process.exitCode = 1
} else {
  for (const aggregate of registry.all) {
    const added = eventsToAdd(aggregate, readLog(aggregate.name))
    if (added.length > 0) appendFileSync(logFile(aggregate.name), added.map((event) => `${JSON.stringify(event)}\n`).join(''))
  }
  for (const model of allReadModels)
    writeFileSync(rowsFile(model), `${JSON.stringify(goldenRowsOf(model, readLog(model.category)), null, 2)}\n`)
  process.stdout.write(
    `Every read model has its golden rows: ${allReadModels.map(({ name, version }) => `${name} ${version}`).join(', ')}\n`,
  )
}
