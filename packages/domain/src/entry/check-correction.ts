import type { Command } from '../decision.ts'
import type { EntryCorrected } from '../envelope.ts'
import { firstOf, needs, needsDay, needsText, type Check } from '../field/check-field.ts'
import type { Entries } from './entries.ts'

type Replacement = Extract<EntryCorrected['data']['change'], { kind: 'REPLACE' }>

/** What an entry of a type must hold whatever its stream's state: run again on its corrected data. */
export type EntryCheck = (type: string, data: Readonly<Record<string, unknown>>) => Check

const checkReplacement = (change: Replacement, entry: Entries[string], today: string, checkEntry: EntryCheck): Check => {
  const names = Object.keys(change.fields)
  const unknown = names.find((name) => !Object.hasOwn(entry.data, name))
  return firstOf(
    needs(
      names.length > 0 || change.effectiveOn !== undefined,
      'correctionChangesSomething',
      'change.fields',
      'Say which field, or the date, is put right.',
    ),
    needs(unknown === undefined, 'correctedFieldExists', `change.fields.${unknown}`, `${entry.type} has no field ${unknown}.`),
    change.effectiveOn === undefined ? null : needsDay('change.effectiveOn', change.effectiveOn),
    needs((change.effectiveOn ?? '') <= today, 'notAfterToday', 'change.effectiveOn', `The corrected day cannot be after today, ${today}.`),
    checkEntry(entry.type, { ...entry.data, ...change.fields }),
  )
}

/**
 * A correction names an entry of its own stream, says why, and changes fields that the entry has. A voided entry is not among the entries:
 * it is brought back by correcting its correction.
 */
export const checkCorrection = (
  command: Command<string, EntryCorrected['data']>,
  entries: Entries,
  checkEntry: EntryCheck = () => null,
): Check => {
  const { entry: named, reason, change } = command.data
  const entry = Object.hasOwn(entries, named) ? entries[named] : undefined
  return firstOf(
    needsText('entry', named),
    needsText('reason', reason),
    needs(entry !== undefined, 'entryExists', 'entry', `No entry ${named} stands in this stream.`),
    entry === undefined || change.kind === 'VOID' ? null : checkReplacement(change, entry, command.today, checkEntry),
  )
}
