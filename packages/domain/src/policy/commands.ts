import type { Command } from '../decision.ts'
import type { EntryCorrected } from '../kernel/events/entry-corrected.ts'
import type { PolicyContent } from './events.ts'

/** The version is given by the stream: one more than the last. */
export type AdoptPolicy = Command<'AdoptPolicy', Omit<PolicyContent, 'version'>>
export type CorrectPolicyEntry = Command<'CorrectEntry', EntryCorrected['data']>
export type PolicyCommand = AdoptPolicy | CorrectPolicyEntry
