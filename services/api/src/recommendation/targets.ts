import type { Continuation, LinkTarget, OpenPart } from '@outstanding/domain'
import { parseStream } from '@outstanding/domain'
import { childrenOfParent } from './loaders.ts'
import type { Facts } from '../commands/facts.ts'
import { findingKnown } from '../report/report-facts.ts'
import { leadsTo } from './leads-to.ts'
import { openPartsIn } from './open-parts.ts'

const isRecommendation = async ({ stream }: Facts, id: string): Promise<boolean> =>
  parseStream(id)?.aggregate === 'recommendation' && (await stream(id)) !== null

/** Whether the recommendation or finding is there. Plan priorities and indicators have no streams yet, so none is known. */
export async function targetExists(facts: Facts, target: LinkTarget): Promise<boolean> {
  if (target.kind === 'RECOMMENDATION') return isRecommendation(facts, target.id)
  return target.kind === 'FINDING' && findingKnown(facts.store, target.report, target.id)
}

/** Of a recommendation that is to carry on another: whether it is there, and where it is itself carried on, to the end of the chain. */
export async function continuation(facts: Facts, id: string): Promise<Continuation> {
  const isThere = await isRecommendation(facts, id)
  return { targetExists: isThere, targetSuccessors: isThere ? await leadsTo(facts.store, id) : [] }
}

/** Of a recommendation, its parts whose tracking is open, as the log has it. */
export const openPartsOf = async ({ store, view }: Facts, id: string): Promise<readonly OpenPart[]> =>
  openPartsIn(store, await (await view()).load(childrenOfParent, id))
