import { readDetails } from './details/read-details.ts'
import { documentFrom } from './formats/document-from.ts'
import { inBlocks } from './grammar/blocks/in-blocks.ts'
import type { Evidence } from './grammar/evidence/evidence.ts'
import type { Weights } from './grammar/evidence/weigh.ts'
import { LAYOUT_CUES } from './grammar/layout-cues.ts'
import { weighedCandidates } from './grammar/weighed-candidates.ts'
import { propose } from './propose.ts'
import { READ_LIMITS } from './read-document.ts'
import type { Reading } from './reading.ts'

/** For the script that fits the weights: everything that was seen in a document, with its evidence, and the reading under given weights. */
export type Seen = { text: string; evidence: Evidence[]; rule: string }
export type Fitting = { seen: Seen[]; readWith: (weights: Weights) => Reading }

export async function fitting(name: string, bytes: Uint8Array): Promise<Fitting> {
  const document = await documentFrom(name, bytes, READ_LIMITS, LAYOUT_CUES)
  const blocks = inBlocks(document.blocks)
  const { all } = weighedCandidates(blocks, readDetails(document, blocks).title)
  return { seen: all.map((c) => ({ text: c.text, evidence: c.evidence, rule: c.rule })), readWith: (weights) => propose(document, weights) }
}

export { EVIDENCE, EVIDENCE_NAMES, type Evidence } from './grammar/evidence/evidence.ts'
export { BAR, confidenceOf, FITTED, type Weights } from './grammar/evidence/weigh.ts'
