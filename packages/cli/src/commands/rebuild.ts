import { rebuildReadModels } from '@outstanding/projector'
import { withStores } from '@outstanding/standalone'
import { type Command, complain } from '../command.ts'
import { configurationOrExit } from '../configuration.ts'
import { stopSignal } from '../stop-signal.ts'

export const rebuild: Command = {
  name: 'rebuild',
  usage: '',
  summary: 'Builds the read models again from the log, next to the current ones, and then switches to them.',
  options: {},
  async run() {
    const configuration = configurationOrExit()
    if (typeof configuration === 'number') return configuration
    const report = (line: string) => void process.stderr.write(`${line}\n`)
    const signal = stopSignal()
    const worked = await withStores(configuration, report, (addresses) => rebuildReadModels({ ...addresses, report, signal }))
    if (!worked.ok) return complain(worked.problem, 1)
    const rebuilt = worked.value
    if (!rebuilt.ok) return complain(rebuilt.problem, 1)
    const { schema, events, seconds, compared } = rebuilt
    process.stdout.write(`rebuilt ${schema} from ${events} events in ${seconds.toFixed(1)} s; ${outcome(compared)}\n`)
    return compared !== null && compared.differing.length > 0 ? 3 : 0
  },
}

function outcome(compared: { readonly schema: string; readonly differing: readonly string[] } | null): string {
  if (compared === null) return 'there was no earlier build at the same position to compare it with'
  const { schema, differing } = compared
  return differing.length === 0 ? `every table equals that of ${schema}` : `it differs from ${schema} in ${differing.join(', ')}`
}
