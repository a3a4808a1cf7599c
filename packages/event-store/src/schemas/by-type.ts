import type { OfficeEvent, PersonEvent, PolicyEvent, RecommendationEvent, ReportEvent } from '@outstanding/domain'
import type { z } from 'zod'
import { entryCorrected } from './entry-corrected.ts'
import { officeSchemas, personSchemas, policySchemas } from './office-person-policy.ts'
import { deliveryAndConclusionSchemas } from './recommendation-delivery-and-conclusion.ts'
import { issueAndResponseSchemas } from './recommendation-issue-and-response.ts'
import { reportSchemas } from './report.ts'

/** Every fact that the log can hold today. */
export type DomainFact = ReportEvent | RecommendationEvent | OfficeEvent | PersonEvent | PolicyEvent
export type FactType = DomainFact['type']
export type DataOf<Type extends FactType> = Extract<DomainFact, { readonly type: Type }>['data']

/** One schema an event type: the newest version. A type without a schema does not compile. */
export const schemasByType = {
  ...reportSchemas,
  ...issueAndResponseSchemas,
  ...deliveryAndConclusionSchemas,
  ...officeSchemas,
  ...personSchemas,
  ...policySchemas,
  EntryCorrected: entryCorrected,
} satisfies { readonly [Type in FactType]: z.ZodType<DataOf<Type>> }

export const factTypes = Object.keys(schemasByType) as readonly FactType[]

export const isFactType = (type: string): type is FactType => Object.hasOwn(schemasByType, type)
