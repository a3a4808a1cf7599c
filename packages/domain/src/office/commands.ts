import type { Command } from '../decision.ts'
import type { EntryCorrected } from '../kernel/events/entry-corrected.ts'
import type { OfficeCreated, ServiceTransferred } from './events.ts'

export type CreateOffice = Command<'CreateOffice', OfficeCreated['data']>
/** `holder`: an opaque person id, `person-{uuid}` or the uuid alone. The day is the command's `effectiveOn`. */
export type AppointHolder = Command<'AppointHolder', { readonly holder: string }>
export type ReleaseHolder = Command<'ReleaseHolder', { readonly holder: string }>
/** The former name is taken from the stream and stays found. */
export type RenameOffice = Command<'RenameOffice', { readonly name: string }>
export type ChangePortfolio = Command<'ChangePortfolio', { readonly portfolio: string }>
export type TransferService = Command<'TransferService', ServiceTransferred['data']>
export type CorrectOfficeEntry = Command<'CorrectEntry', EntryCorrected['data']>
export type OfficeCommand =
  | CreateOffice
  | AppointHolder
  | ReleaseHolder
  | RenameOffice
  | ChangePortfolio
  | TransferService
  | CorrectOfficeEntry
