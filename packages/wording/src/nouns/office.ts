import type { OfficeAttribute, OfficeEvent } from '@outstanding/domain'
import type { ServiceTransferred } from '@outstanding/domain'
import { longDate } from '../dates.ts'
import { asItIs, ofSeveral } from './attributes-of-several.ts'
import type { NounWords } from './noun-words.ts'

type Holding = { readonly from: string; readonly to: string | null }

export const officeWords: NounWords<OfficeEvent, OfficeAttribute> = {
  titles: {
    OfficeCreated: 'Office created',
    HolderAppointed: 'Office holder appointed',
    HolderLeft: 'Office holder left',
    OfficeRenamed: 'Office renamed',
    PortfolioChanged: 'Portfolio changed',
    ServiceTransferred: 'Service transferred',
  },
  sentences: {
    OfficeCreated: ({ name }) => `Office created: ${name}.`,
    HolderAppointed: () => 'An office holder was appointed.',
    HolderLeft: () => 'The office holder left.',
    OfficeRenamed: ({ name, formerName }) => `Renamed from ${formerName} to ${name}.`,
    PortfolioChanged: ({ portfolio }) => `Portfolio changed to: ${portfolio}.`,
    ServiceTransferred: ({ service, accountableBody, deliveringBody }) =>
      `Service transferred: ${service}. Accountable: ${accountableBody}. Delivered by: ${deliveringBody}.`,
  },
  attributes: {
    NAME: ofSeveral.NAME,
    KIND: ofSeveral.KIND,
    FORMER_NAME: { label: 'former name', words: asItIs },
    PORTFOLIO: { label: 'portfolio', words: asItIs },
    HOLDER: {
      label: 'office holder',
      words: ({ from, to }: Holding) => `from ${longDate(from)}${to === null ? '' : ` to ${longDate(to)}`}`,
    },
    TRANSFER: {
      label: 'transfer',
      words: ({ service, accountableBody, deliveringBody }: ServiceTransferred['data']) =>
        `${service}, accountable: ${accountableBody}, delivered by: ${deliveringBody}`,
    },
  },
}
