import { type ParkingOptions, type ParkingOutcome, parkStream, resumeStream } from '@outstanding/projector'
import { withStores } from '@outstanding/standalone'
import { type Command, complain, text } from '../command.ts'
import { configurationOrExit } from '../configuration.ts'

const usage = 'STREAM --note "..."'

export const park: Command = {
  name: 'park',
  usage,
  summary:
    'Parks the stream whose event halts the projection. Its item is shown as before, with a notice, and everything else continues. The note is public.',
  options: { note: { type: 'string' } },
  takesFiles: true,
  run: (values, names) => act('park', text(values, 'note'), names, parkStream),
}

export const unpark: Command = {
  name: 'unpark',
  usage,
  summary: 'Shows a parked stream again after installing a release that can read it. Rebuilds the read models. The note is public.',
  options: { note: { type: 'string' } },
  takesFiles: true,
  run: (values, names) => act('unpark', text(values, 'note'), names, resumeStream),
}

async function act(
  name: string,
  given: string | undefined,
  names: readonly string[],
  work: (options: ParkingOptions) => Promise<ParkingOutcome>,
): Promise<number> {
  const [stream] = names
  const note = given?.trim()
  if (stream === undefined || names.length > 1) return complain(`${name}: give one stream, as printed by "outstanding status"`, 2)
  if (!note) return complain(`${name}: give the reason with --note; it is public`, 2)
  const configuration = configurationOrExit()
  if (typeof configuration === 'number') return configuration
  const report = (line: string) => void process.stderr.write(`${line}\n`)
  const worked = await withStores(configuration, report, ({ databaseUrl, eventStoreUrl }) =>
    work({ databaseUrl, eventStoreUrl, stream, note }),
  )
  if (!worked.ok) return complain(worked.problem, 1)
  if (!worked.value.ok) return complain(worked.value.problem, 1)
  process.stdout.write(`${worked.value.words}\n`)
  return 0
}
