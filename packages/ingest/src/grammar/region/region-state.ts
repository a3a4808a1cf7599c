import type { Block, Item } from '../../document/block.ts'
import type { Marker } from '../../document/marker.ts'
import type { Announcement } from '../announcers.ts'
import type { Candidate, Found } from '../candidate.ts'
import type { TableHead } from '../tables/table-head.ts'

/** What is known while the blocks below an announcement are read. */
export type RegionState = {
  announced: Announcement
  /** Rank of the announcing heading; null for a sentence or where ranks are unknown. */
  level: number | null
  bySentence: boolean
  /** Opened by a label before its text ("Recommendations: ..."): the next label ends it. */
  byLabel: boolean
  section: string[]
  sub: string | null
  /** The last heading that announced. */
  announcing: string
  /** Said by a lead-in ("The council should:"), for the list below it. */
  owner: string | null
  /** Said by a heading ("Recommendations to the Trust"); a wording's own subject goes before it. */
  headingOwner: string | null
  timescale: string | null
  /** The timescale of the headings, which a lead-in's own replaces for its list only. */
  headingTimescale: string | null
  /** The sentence that opened the region, where it is an item of a list itself. */
  opener: Item | null
  lists: Candidate[][]
  /** The current list was opened by a sentence that asks ("The council should:"): whatever stands in it is asked for. */
  led: Set<Candidate[]>
  /** Opened by a sentence that recommends in so many words ("We recommend that:"). */
  recommended: Set<Candidate[]>
  paragraphs: Candidate[]
  runIns: Candidate[]
  refused: Found['refused']
  /** Depth of the outermost items of the current list. */
  base: number | null
  last: Candidate | null
  lastItem: Item | null
  /** Marker and number of the last outermost item, also over a heading. */
  lastMarker: Marker | null
  lastNumber: number | null
  /** A sentence that announces a list was the last thing read: paragraphs below it are its items, whatever form they have. */
  awaiting: boolean
  /** Other text has come between: what follows has to ask for something by itself. */
  broken: boolean
  /** A lead-in stood between a number that asks for nothing and the letters below it: each of them is a recommendation, none a part. */
  freed: boolean
  /** "We will:", "It is recommended that Cabinet:" stood before the list: why nothing in it is recommended to a body. */
  promised: string | null
  head: TableHead | null
}

export function openRegion(first: Block | undefined, announced: Announcement, section: string[], bySentence: boolean): RegionState {
  const list: Candidate[] = []
  return {
    announced,
    section,
    bySentence,
    byLabel: first?.kind === 'heading' && first.label === true,
    sub: null,
    announcing: section.at(-1) ?? '',
    level: first?.kind === 'heading' ? first.level : null,
    owner: bySentence ? announced.owner : null,
    headingOwner: bySentence ? null : announced.owner,
    timescale: announced.timescale,
    headingTimescale: announced.timescale,
    opener: bySentence && first?.kind === 'item' ? first : null,
    lists: [list],
    led: new Set(),
    recommended: new Set(announced.recommends ? [list] : []),
    paragraphs: [],
    runIns: [],
    refused: [],
    base: null,
    last: null,
    lastItem: null,
    lastMarker: null,
    lastNumber: null,
    broken: false,
    awaiting: false,
    freed: false,
    promised: null,
    head: null,
  }
}

/** What one rule makes of a block: it took it, the region ends here, or the next rule is asked. */
export type Step = 'taken' | 'end' | null
export type At<B extends Block> = { block: B; blocks: Block[]; i: number; state: RegionState }

export function firstStep<B extends Block>(rules: ((at: At<B>) => Step)[], at: At<B>): Step {
  for (const rule of rules) {
    const step = rule(at)
    if (step) return step
  }
  return null
}

export const sectionOf = (state: RegionState) => (state.sub ? [...state.section, state.sub] : state.section)
export const found = (state: RegionState) => state.lists.some((l) => l.length) || state.runIns.length > 0 || state.paragraphs.length > 0

/** `lead` is the sentence that opens the list, where there is one. */
export function newList(state: RegionState, lead?: { asksFor: boolean; recommends: boolean }): void {
  if (state.lists.at(-1)?.length) state.lists.push([])
  state.promised = null
  const list = state.lists.at(-1)
  if (list && lead?.asksFor) state.led.add(list)
  if (list && lead?.recommends) state.recommended.add(list)
  state.base = null
  state.last = null
  state.lastItem = null
}

/** Gives a candidate what the headings and lead-ins above it say. */
export function inherit(state: RegionState, c: Candidate): Candidate {
  return {
    ...c,
    owner: c.owner ?? state.owner,
    headingOwner: c.headingOwner ?? state.headingOwner,
    timescale: c.timescale ?? state.timescale,
    kind: c.kind ?? state.announced.kind,
  }
}

export function refuse(state: RegionState, block: Block & { text: string }, reason: string): void {
  state.refused.push({ text: block.text, page: block.at.page, reason })
}
