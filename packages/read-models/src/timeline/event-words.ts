import type { OfficeEvent, PersonEvent, PolicyEvent, RecommendationEvent, ReportEvent } from '@outstanding/domain'

/** Every event that has a sentence. */
export type Known = RecommendationEvent | ReportEvent | OfficeEvent | PersonEvent | PolicyEvent
export type DataOf<Type extends string> = Extract<Known, { type: Type }>['data']
/** One sentence for each type of event, made from its data. */
export type Words<Type extends Known['type']> = { readonly [T in Type]: (data: DataOf<T>) => string }
