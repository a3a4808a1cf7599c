import { textOf, type Block, type Place } from '../document/block.ts'
import { fold } from '../document/words.ts'
import type { AnnouncementKind } from './announcement-rules.ts'
import { isDirective } from './asking/asks.ts'
import type { Evidence } from './evidence/evidence.ts'

/** What a rule found, before owners and timescales are settled and repetitions are taken out. */
export type Candidate = {
  ref: string | null
  text: string
  timescale: string | null
  owner: string | null
  /** Named by a heading above, for a wording whose own subject names nobody. */
  headingOwner: string | null
  section: string[]
  at: Place
  children: Candidate[]
  rule: string
  reason: string
  confidence: number
  /** Asks for something in so many words. */
  directive: boolean
  /** Region it was read in: repetitions are looked for between regions. */
  region: number
  /** Stands in a list of findings told in full sentences, below a heading that only says that things must become better. */
  findings: boolean
  soft: boolean
  /** What the heading or sentence above announced; null where the wording stands for itself. */
  kind: AnnouncementKind | null
  /** What its rule saw that speaks for or against it. */
  evidence: Evidence[]
  /** The heaviest of it that speaks for it, in words. */
  why?: string
}

export type Found = { candidates: Candidate[]; refused: { text: string; page: number | null; reason: string }[] }

export function candidate(block: Block, text: string, fields: Partial<Candidate>): Candidate {
  const wording = fold(text)
  return {
    ref: null,
    timescale: null,
    owner: null,
    headingOwner: null,
    section: [],
    at: block.at,
    children: [],
    rule: '',
    reason: '',
    confidence: 0.8,
    directive: isDirective(wording),
    region: 0,
    findings: false,
    soft: false,
    kind: null,
    evidence: [],
    ...fields,
    text: wording,
  }
}

export function everyText(blocks: Block[]): string {
  return blocks.map(textOf).join('\n')
}
