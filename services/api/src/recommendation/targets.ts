import type { Continuation, LinkTarget, LinkTargetFacts, OpenPart } from '@outstanding/domain'
import { parseStream, recommendationDecider, sinceOf } from '@outstanding/domain'
import { childrenOfParent } from './loaders.ts'
import type { Facts } from '../commands/facts.ts'
import { foldStream } from '../commands/fold-stream.ts'
import { findingFacts } from '../report/report-facts.ts'
import { leadsTo } from './leads-to.ts'
import { openPartsIn } from './open-parts.ts'

const isRecommendation = async ({ stream }: Facts, id: string): Promise<boolean> =>
  parseStream(id)?.aggregate === 'recommendation' && (await stream(id)) !== null

/** What a rule asks about the target of a link. Plan priorities and indicators have no streams yet, so none is known. */
export async function linkTargetFacts(facts: Facts, target: LinkTarget): Promise<LinkTargetFacts> {
  if (target.kind === 'FINDING') return findingFacts(facts.store, target.report, target.id)
  const isThere = target.kind === 'RECOMMENDATION' && (await isRecommendation(facts, target.id))
  return { targetExists: isThere, targetOn: isThere ? await recommendedOn(facts, target.id) : null, targetDirection: null }
}

/** What a rule asks about the recommendation to which a finding is linked. */
export async function linkedItemFacts(facts: Facts, id: string): Promise<Pick<LinkTargetFacts, 'targetExists' | 'targetOn'>> {
  const { targetExists, targetOn } = await linkTargetFacts(facts, { kind: 'RECOMMENDATION', id })
  return { targetExists, targetOn }
}

async function recommendedOn({ store }: Facts, id: string): Promise<string | null> {
  const state = await foldStream(store, recommendationDecider, id)
  return state === null ? null : sinceOf(state)
}

/** Of a recommendation that is to carry on another: whether it is there, and where it is itself carried on, to the end of the chain. */
export async function continuation(facts: Facts, id: string): Promise<Continuation> {
  const isThere = await isRecommendation(facts, id)
  return { targetExists: isThere, targetSuccessors: isThere ? await leadsTo(facts.store, id) : [] }
}

/** Of a recommendation, its parts whose tracking is open, as the log has it. */
export const openPartsOf = async ({ store, view }: Facts, id: string): Promise<readonly OpenPart[]> =>
  openPartsIn(store, await (await view()).load(childrenOfParent, id))
