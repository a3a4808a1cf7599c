import type { OfficeEvent, PersonEvent, PolicyEvent, RecommendationEvent, ReportEvent } from '@outstanding/domain'

type Known = RecommendationEvent | ReportEvent | OfficeEvent | PersonEvent | PolicyEvent
export type EventType = Known['type']
/** One sentence for each type of event, made from its data. */
export type SentencesOf<Type extends EventType> = { readonly [T in Type]: (data: Extract<Known, { type: T }>['data']) => string }
