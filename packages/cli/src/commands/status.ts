import { readStatusReport } from '@outstanding/projector'
import { withStores } from '@outstanding/standalone'
import { type Command, complain } from '../command.ts'
import { configurationOrExit } from '../configuration.ts'

export const status: Command = {
  name: 'status',
  usage: '',
  summary:
    'Shows how far the log is projected, what halts the projection, which streams are parked, and what to do. Exit code 3 if anything is wrong.',
  options: {},
  async run() {
    const configuration = configurationOrExit()
    if (typeof configuration === 'number') return configuration
    const report = (line: string) => void process.stderr.write(`${line}\n`)
    const worked = await withStores(configuration, report, readStatusReport)
    if (!worked.ok) return complain(worked.problem, 1)
    const { well, lines } = worked.value
    process.stdout.write(`${lines.join('\n')}\n`)
    return well ? 0 : 3
  },
}
