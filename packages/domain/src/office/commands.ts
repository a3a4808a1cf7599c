import type { Command } from '../decision.ts'
import type { EntryCorrected } from '../kernel/events/entry-corrected.ts'
import type { IsoDate } from '../envelope.ts'
import type { OfficeAbolished, OfficeCreated, ServiceTransferred } from './events.ts'

export type CreateOffice = Command<'CreateOffice', OfficeCreated['data']>
/** `holder`: an opaque person id, `person-{uuid}` or the uuid alone. The day is the command's `effectiveOn`. */
export type AppointHolder = Command<'AppointHolder', { readonly holder: string }>
export type ReleaseHolder = Command<'ReleaseHolder', { readonly holder: string }>
/** The former name is taken from the stream and stays found. */
export type RenameOffice = Command<'RenameOffice', { readonly name: string }>
export type ChangePortfolio = Command<'ChangePortfolio', { readonly portfolio: string }>
/** Another office, as it was on the day of the command. */
export type OfficeOnDay = { readonly name: string; readonly abolishedOn: IsoDate | null }
/** A recommendation, by the reference that people know it by, and whether the office is one of its owners. */
export type ItemOfOffice = { readonly id: string; readonly reference: string; readonly isOwned: boolean }

export type TransferService = Command<
  'TransferService',
  Omit<ServiceTransferred['data'], 'fromName' | 'toName'> & {
    readonly receiving: OfficeOnDay
    readonly ofItems: readonly ItemOfOffice[]
  }
>
/** `openItems` are those that the office has, whose tracking is open. */
export type AbolishOffice = Command<
  'AbolishOffice',
  Omit<OfficeAbolished['data'], 'fromName' | 'successorName' | 'items'> & {
    readonly receiving: OfficeOnDay | null
    readonly openItems: readonly ItemOfOffice[]
  }
>
export type CorrectOfficeEntry = Command<'CorrectEntry', EntryCorrected['data']>
export type OfficeCommand =
  | CreateOffice
  | AppointHolder
  | ReleaseHolder
  | RenameOffice
  | ChangePortfolio
  | TransferService
  | AbolishOffice
  | CorrectOfficeEntry
