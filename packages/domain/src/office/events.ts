import type { EntryCorrected, Fact } from '../envelope.ts'

export type OfficeKind = 'EXECUTIVE_MEMBER' | 'MEMBER' | 'OFFICER' | 'PARTNER' | 'BODY'
export type OfficeCreated = Fact<
  'OfficeCreated',
  {
    readonly name: string
    readonly authority: string
    readonly kind: OfficeKind
    readonly portfolio: string | null
  }
>
/** `holder` is an opaque person id. */
export type HolderAppointed = Fact<'HolderAppointed', { readonly holder: string }>
export type HolderLeft = Fact<'HolderLeft', { readonly holder: string }>
export type OfficeRenamed = Fact<'OfficeRenamed', { readonly name: string; readonly formerName: string }>
export type PortfolioChanged = Fact<'PortfolioChanged', { readonly portfolio: string }>
/** One act moves the open items; the accountable body and the delivering body are apart, the old names are kept. */
export type ServiceTransferred = Fact<
  'ServiceTransferred',
  {
    readonly service: string
    readonly accountableBody: string
    readonly deliveringBody: string
    readonly to: string
  }
>
export type OfficeEvent =
  | OfficeCreated
  | HolderAppointed
  | HolderLeft
  | OfficeRenamed
  | PortfolioChanged
  | ServiceTransferred
  | EntryCorrected
