import type { Hash } from '../merkle/hashes.ts'
import type { ProofPlan } from '../merkle/proofs.ts'
import { planConsistency, planInclusion } from '../merkle/proofs.ts'
import type { ConsistencyLine, InclusionLine } from './format.ts'
import { neighbours } from './format.ts'

type ReadProof = (plan: ProofPlan) => Promise<readonly Hash[]>

/** The proofs that a bundle carries between its checkpoints and its number of events. */
export const consistencyLines = (sizes: readonly number[], readProof: ReadProof): Promise<readonly ConsistencyLine[]> =>
  Promise.all(
    neighbours(sizes).map(async ([from, to]) => ({
      kind: 'consistency' as const,
      from,
      to,
      proof: base64Of(await readProof(planConsistency(from, to))),
    })),
  )

/** The proof that one event stands in the tree of `size`. */
export async function inclusionLine(
  event: Pick<InclusionLine, 'stream' | 'revision' | 'index'>,
  size: number,
  readProof: ReadProof,
): Promise<InclusionLine> {
  return { kind: 'inclusion', ...event, size, proof: base64Of(await readProof(planInclusion(event.index, size))) }
}

const base64Of = (hashes: readonly Hash[]): readonly string[] => hashes.map((hash) => hash.toString('base64'))
