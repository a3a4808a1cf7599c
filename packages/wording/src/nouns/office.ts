import type { OfficeAttribute, OfficeEvent } from '@outstanding/domain'
import type { OfficeAbolished, ServiceTransferred } from '@outstanding/domain'
import { longDate } from '../dates.ts'
import { asItIs, ofSeveral } from './attributes-of-several.ts'
import type { NounWords } from './noun-words.ts'

type Holding = { readonly from: string; readonly to: string | null }

const transferWords = ({ service, accountableBody, deliveringBody, items }: ServiceTransferred['data']): string =>
  [
    `${service} with ${counted(items)}`,
    ...(accountableBody === null ? [] : [`accountable: ${accountableBody}`]),
    ...(deliveringBody === null ? [] : [`delivered by: ${deliveringBody}`]),
  ].join(', ')

const counted = ({ length }: readonly string[]): string => (length === 1 ? '1 recommendation' : `${length} recommendations`)
const open = ({ length }: readonly string[]): string => (length === 1 ? '1 open recommendation' : `${length} open recommendations`)

export const officeWords: NounWords<OfficeEvent, OfficeAttribute> = {
  titles: {
    OfficeCreated: 'Office created',
    HolderAppointed: 'Office holder appointed',
    HolderLeft: 'Office holder left',
    OfficeRenamed: 'Office renamed',
    PortfolioChanged: 'Portfolio changed',
    ServiceTransferred: 'Service transferred',
    OfficeAbolished: 'Office abolished',
  },
  sentences: {
    OfficeCreated: ({ name }) => `Office created: ${name}.`,
    HolderAppointed: () => 'An office holder was appointed.',
    HolderLeft: () => 'The office holder left.',
    OfficeRenamed: ({ name, formerName }) => `Renamed from ${formerName} to ${name}.`,
    PortfolioChanged: ({ portfolio }) => `Portfolio changed to: ${portfolio}.`,
    ServiceTransferred: (transfer) => `Service transferred to ${transfer.toName}: ${transferWords(transfer)}.`,
    OfficeAbolished: ({ reason, successorName, items }) =>
      `Office abolished: ${reason}${successorName === null ? '' : ` Its ${open(items)} went to ${successorName}.`}`,
  },
  attributes: {
    NAME: ofSeveral.NAME,
    KIND: ofSeveral.KIND,
    FORMER_NAME: ofSeveral.FORMER_NAME,
    PORTFOLIO: { label: 'portfolio', words: asItIs },
    HOLDER: {
      label: 'office holder',
      words: ({ from, to }: Holding) => `from ${longDate(from)}${to === null ? '' : ` to ${longDate(to)}`}`,
    },
    TRANSFER: {
      label: 'transfer',
      words: (transfer: ServiceTransferred['data']) => `${transferWords(transfer)}, to ${transfer.toName}`,
    },
    ABOLISHED: {
      label: 'abolished',
      words: ({ on, successorName }: OfficeAbolished['data'] & { readonly on: string }) =>
        `${longDate(on)}${successorName === null ? '' : `, followed by ${successorName}`}`,
    },
  },
}
