import type { Command } from '../decision.ts'
import type { EntryCorrected } from '../kernel/events/entry-corrected.ts'
import type { CommitteeAbolished, CommitteeEstablished } from './events.ts'

export type EstablishCommittee = Command<'EstablishCommittee', CommitteeEstablished['data']>
/** The former name is taken from the stream and stays found; the slug stays. */
export type RenameCommittee = Command<'RenameCommittee', { readonly name: string }>
export type AbolishCommittee = Command<
  'AbolishCommittee',
  /** `successorsKnown`: those of them that the authority has. */
  CommitteeAbolished['data'] & { readonly successorsKnown: readonly string[]; readonly nearCommittees: readonly string[] }
>
export type CorrectCommitteeEntry = Command<'CorrectEntry', EntryCorrected['data']>
export type CommitteeCommand = EstablishCommittee | RenameCommittee | AbolishCommittee | CorrectCommitteeEntry
