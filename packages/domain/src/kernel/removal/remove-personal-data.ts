import { accept, type Command, type Decision } from '../../decision.ts'
import type { Fact, Recorded } from '../../envelope.ts'
import { dayRefusal, dayRules } from '../commands/command-form.ts'
import { removalEvents, removalIn, type PersonalDataRemoved } from '../events/personal-data-removed.ts'
import { fieldsRefusal } from '../fields/value-refusal.ts'
import { formRules } from '../fields/form-rules.ts'
import { refuserOf, type RuleBook } from '../rule-book.ts'

export type RemovePersonalData = Command<'RemovePersonalData', PersonalDataRemoved['data']>

export const removalRules = {
  entryOfHistory: {
    of: 'history',
    message: 'no entry of this history has this id',
    remedy: 'Choose an entry from the history of this item',
  },
  notRemovedYet: { of: 'history', message: 'the text of this entry has already been removed', remedy: 'Nothing more needs to be done' },
} as const satisfies RuleBook
const refuse = refuserOf({ ...formRules, ...dayRules, ...removalRules })

/** Decides that the texts of an entry go, whatever the entry is: void, corrected, or itself a removal. `events` is the whole stream. */
export const removePersonalData = <F extends Fact<string, unknown>>(
  events: readonly Recorded<F>[],
  command: RemovePersonalData,
): Decision<F> => {
  const { entry, reason } = command.data
  const unfit = dayRefusal(command) ?? fieldsRefusal(removalEvents.PersonalDataRemoved, command.data)
  if (unfit !== null) return unfit
  if (!events.some(({ eventId }) => eventId === entry)) return refuse('entryOfHistory', 'entry')
  if (events.some((event) => removalIn(event)?.entry === entry)) return refuse('notRemovedYet', 'entry')
  return accept({ type: 'PersonalDataRemoved', data: { entry, reason } } as unknown as F)
}
