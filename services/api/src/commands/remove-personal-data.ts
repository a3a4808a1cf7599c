import type { Command, Decider, DomainFact } from '@outstanding/domain'
import { registry } from '@outstanding/domain'
import { entriesById } from '@outstanding/projection'
import { commandField } from './command-mutation.ts'
import { executeCommand } from './execute-command.ts'

/** The stream's name says which aggregate it is, and nobody else writes to it. */
type AnyDecider = Decider<unknown, Command<string, unknown>, DomainFact>

commandField('RemovePersonalData', {
  description:
    'Removes the text of an entry for good, by destroying its key: nobody can read it again, in the past, in an export or in a backup of the log. The entry stays on record with its dates, and the removal is an entry of its own.',
  fields: (t) => ({
    entry: t.id({ required: true, description: 'The `id` of the entry in its history.' }),
    reason: t.string({ required: true, description: 'Why it is removed. Do not name anybody here.' }),
  }),
  execute: async (input, facts, context) => {
    const { entry, reason } = input
    const [found] = await entriesById((await context.readSession.view()).snapshot, [entry])
    const aggregate = found && registry.aggregateOf(found.stream)
    const existing = found && (await facts.stream(found.stream))
    if (!found || !aggregate || !existing) return { kind: 'NOT_FOUND', id: entry, field: 'entry' }
    const ready = { kind: 'READY', stream: found.stream, ...existing, data: { entry, reason } } as const
    const answer = await executeCommand(context, aggregate.decider as AnyDecider, { ready, type: 'RemovePersonalData', input })
    // If this process ends before, the projector and the API, which follow the log, do it: the event alone decides.
    if (answer.kind === 'ACCEPTED') await context.destroyText(entry)
    return answer
  },
})
