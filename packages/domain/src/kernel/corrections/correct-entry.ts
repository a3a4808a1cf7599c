import { accept, type Command, type Decision } from '../../decision.ts'
import type { Fact, IsoDate, Recorded } from '../../envelope.ts'
import { effectiveEntries } from '../history/history-at.ts'
import { dayRefusal } from '../commands/command-form.ts'
import { correctionEvents } from '../events/entry-corrected.ts'
import { fieldsRefusal } from '../fields/value-refusal.ts'
import type { Refusal } from '../rule-book.ts'
import { brokenBy } from './broken-by.ts'
import { replacement, type Replaced, type Replacement } from './replacement.ts'
import { refuseCorrection, type CorrectableAggregate, type CorrectionContext, type CorrectionData } from './correction-rules.ts'
import { correctionsIn, wholeCorrection } from './whole-correction.ts'

type AnyFact = Fact<string, unknown>
/**
 * Corrects an entry of any aggregate, or makes it void. The corrected entry must satisfy its own declaration and the rules of its
 * aggregate, and the corrected history must be one that the rules allow. The event repeats what earlier corrections of the entry replaced,
 * because only the newest correction of an entry applies. `events` is the whole stream in order of revision.
 */
export const correctEntry = <State, F extends AnyFact, Correction extends CorrectionData>(
  aggregate: CorrectableAggregate<State, F, Correction>,
  events: readonly Recorded<F>[],
  command: Command<'CorrectEntry', Correction>,
): Decision<F> => {
  const formed = dayRefusal(command) ?? fieldsRefusal(correctionEvents.EntryCorrected, command.data)
  if (formed !== null) return formed
  const entries = effectiveEntries(events, null, null)
  const entry = entries.find(({ eventId }) => eventId === command.data.entry)
  if (entry === undefined) return refuseCorrection(absence(command.data.entry, entries), 'entry')
  if (entry.type === 'PersonalDataRemoved') return refuseCorrection('removalIsFinal', 'entry')
  const state = entries.reduce((folded, event) => aggregate.evolve(folded, event), aggregate.initial)
  const changed = changeOf({ aggregate, entries, state, command }, entry)
  if (!changed.ok) return changed
  const data = wholeCorrection({ ...asked(command.data), change: changed.change }, correctionsIn(entries))
  const fact = { type: 'EntryCorrected', data } as unknown as F
  return brokenBy(aggregate, events, recordedAs(fact, command.effectiveOn, entry, events.length)) ?? accept(fact)
}

const asked = ({ entry, reason }: CorrectionData): Pick<CorrectionData, 'entry' | 'reason'> => ({ entry, reason })

const absence = (named: string, entries: readonly Recorded<AnyFact>[]): 'voidEntry' | 'entryExists' =>
  correctionsIn(entries).some(({ entry, change }) => entry === named && change.kind === 'VOID') ? 'voidEntry' : 'entryExists'

type Changed = { readonly ok: true; readonly change: CorrectionData['change'] } | Refusal

const changeOf = <State, F extends AnyFact, Correction extends CorrectionData>(
  context: CorrectionContext<State, F, Correction>,
  entry: Recorded<F>,
): Changed => {
  const { change } = context.command.data
  if (change.kind === 'VOID') return { ok: true, change }
  const replaced = replacement(context, change, entry)
  return replaced.ok && entry.type === 'EntryCorrected' ? innerReplacement(context, replaced.change, entry) : replaced
}

/** Where a correction is given another change, that is held to the rules of the entry which it corrects; only the newest can be. */
const innerReplacement = <State, F extends AnyFact, Correction extends CorrectionData>(
  context: CorrectionContext<State, F, Correction>,
  change: Replacement,
  correction: Recorded<F>,
): Replaced => {
  const inner = change.fields['change'] as CorrectionData['change'] | undefined
  if (inner === undefined) return { ok: true, change }
  const { entry, reason } = correction.data as CorrectionData
  const target = context.entries.find(({ eventId }) => eventId === entry)
  const inForce = correctionsIn(context.entries)
  if (inForce.some((other) => other.entry === entry && other.revision > correction.revision))
    return refuseCorrection('newestCorrection', 'entry')
  if (inner.kind !== 'REPLACE') return { ok: true, change }
  if (target === undefined) return refuseCorrection('voidEntry', 'entry')
  const replaced = replacement(context, inner, target)
  if (!replaced.ok) return { ...replaced, rejection: { ...replaced.rejection, field: inFields(replaced.rejection.field) } }
  const whole = wholeCorrection({ entry, reason, change: replaced.change }, inForce)
  return { ok: true, change: { ...change, fields: { ...change.fields, change: whole.change } } }
}

const inFields = (field: string): string => (field.startsWith('change.') ? `change.fields.${field}` : field)

/** The correction as the log would hold it; the id is none that an event can have. */
const recordedAs = <F extends AnyFact>(fact: F, effectiveOn: IsoDate, like: Recorded<F>, revision: number): Recorded<F> => ({
  ...like,
  ...fact,
  eventId: 'the correction itself',
  revision,
  metadata: { ...like.metadata, effectiveOn },
})
