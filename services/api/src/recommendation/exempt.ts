import type { ExemptPart, RecommendationRecord } from '@outstanding/domain'
import { recommendationDecider } from '@outstanding/domain'
import type { Hidden, Reader } from '../nouns/noun.ts'
import { exemptParts, foldedRecord } from './loaders.ts'

/**
 * What of a recommendation is kept from the public as things stand, whatever the two times asked for. Where its text is exempt, that is
 * all that was recorded of it; else the evidence that is, with its tests, and the exemption's own words.
 */
export async function exemptFrom(id: string, reader: Reader): Promise<Hidden | null> {
  const parts = await reader.load(exemptParts, id)
  if (parts.length === 0) return null
  if (parts.includes('TEXT')) return everything
  const { record } = await reader.load(foldedRecord, id)
  const kept = record.evidence.filter((evidence) => isExempt(evidence, parts))
  const ids = new Set(kept.map(({ evidenceId }) => evidenceId))
  const tests = record.evidenceTests.filter(({ evidenceId }) => ids.has(evidenceId))
  const { exemption } = record
  const own = exemption === null ? [] : [exemption, ...exemption.reviews]
  const entries = new Set([...kept, ...tests, ...own].map(({ eventId }) => eventId))
  return {
    isWhole: false,
    hidesEntry: ({ eventId }) => entries.has(eventId),
    hidesValue: ({ field, key }) => field === 'EXEMPTION' || (field === 'EVIDENCE' && entries.has(key)),
  }
}

const everything: Hidden = { isWhole: true, hidesEntry: () => true, hidesValue: () => true }

type Evidence = RecommendationRecord['evidence'][number]

const isExempt = ({ form }: Evidence, parts: readonly ExemptPart[]): boolean =>
  parts.includes('EVIDENCE') || (parts.includes('APPENDIX') && form === 'APPENDIX')

/** A record without what is kept from the public. */
export async function withoutExempt(reader: Reader, id: string, record: RecommendationRecord): Promise<RecommendationRecord> {
  const parts = await reader.load(exemptParts, id)
  if (parts.length === 0) return record
  if (parts.includes('TEXT')) return { ...recommendationDecider.initial.record, stream: record.stream }
  const kept = new Set(record.evidence.filter((one) => isExempt(one, parts)).map(({ evidenceId }) => evidenceId))
  const isShown = ({ evidenceId }: { readonly evidenceId: string }): boolean => !kept.has(evidenceId)
  return { ...record, evidence: record.evidence.filter(isShown), evidenceTests: record.evidenceTests.filter(isShown) }
}
