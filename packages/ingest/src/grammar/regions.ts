import type { Block, Heading } from '../document/block.ts'
import type { Marker } from '../document/marker.ts'
import { fold } from '../document/words.ts'
import { announcementIn, headingAsPrinted, type Announcement } from './announcers.ts'
import { candidate, type Candidate, type Found } from './candidate.ts'
import { closesList } from './closers.ts'
import { isDirective, isNarrative } from './directives.ts'
import { whyExcluded } from './exclusions.ts'
import { isBareLeadIn, leadIn } from './lead-ins.ts'
import { isRunIn, readRunIn } from './run-in.ts'
import { isAnswerLabel, slotsAtEnd } from './slots.ts'
import { readTable, type TableHead } from './tables.ts'
import { timescaleHeading } from './timescale.ts'

/** What is known while the blocks below an announcement are read. */
type State = {
  announced: Announcement
  level: number | null
  section: string[]
  sub: string | null
  owner: string | null
  timescale: string | null
  listTimescale: string | null
  lists: Candidate[][]
  paragraphs: Candidate[]
  runIns: Candidate[]
  refused: Found['refused']
  base: number | null
  last: Candidate | null
  lastItem: Extract<Block, { kind: 'item' }> | null
  broken: boolean
  lastNumber: number | null
  /** The marker of the last outermost item, also after a heading. */
  lastMarker: Marker | null
  head: TableHead | null
}

export type Region = Found & { end: number }

/** Reads what stands below a heading or sentence that announces recommendations, up to where other matters begin. */
export function readRegion(blocks: Block[], start: number, announced: Announcement, section: string[], opensBySentence: boolean): Region {
  const first = blocks[start]
  const state: State = {
    announced,
    section,
    sub: null,
    level: first?.kind === 'heading' ? first.level : null,
    owner: announced.owner,
    timescale: announced.timescale,
    listTimescale: announced.timescale,
    lists: [[]],
    paragraphs: [],
    runIns: [],
    refused: [],
    base: null,
    last: null,
    lastItem: null,
    broken: false,
    head: null,
    lastNumber: null,
    lastMarker: null,
  }
  let i = start + 1
  for (; i < blocks.length; i++) {
    const block = blocks[i] as Block
    if (isRunIn(block)) {
      const { found, end } = readRunIn(blocks, i, here(state))
      if (found) state.runIns.push({ ...found, owner: found.owner ?? state.owner, timescale: found.timescale ?? state.timescale })
      state.last = found
      i = end - 1
      continue
    }
    if (block.kind === 'heading') {
      if (!onHeading(blocks, i, block, state, opensBySentence)) break
    } else if (block.kind === 'table') {
      const table = readTable(block, { section: here(state), inRegion: true, noun: state.announced.noun, head: state.head })
      state.head = table.head ?? state.head
      if (table.candidates.length)
        state.lists.push(
          table.candidates.map((c) => ({ ...c, owner: c.owner ?? state.owner, timescale: c.timescale ?? state.timescale })),
          [],
        )
      state.refused.push(...table.refused)
    } else if (block.kind === 'item') {
      if (!onItem(blocks, i, block, state, opensBySentence)) break
    } else if (!onParagraph(blocks, i, block, state, opensBySentence)) break
  }
  return { ...settle(state), end: Math.max(i, start + 1) }
}

const here = (state: State) => (state.sub ? [...state.section, state.sub] : state.section)

function onHeading(blocks: Block[], i: number, heading: Heading, state: State, bySentence: boolean): boolean {
  const timescale = timescaleHeading(heading.text)
  if (timescale) {
    state.timescale = timescale
    state.listTimescale = timescale
    newList(state)
    return true
  }
  const announced = announcementIn(heading.text)
  if (announced) {
    if (found(state)) return false
    const deeper = state.level === null || heading.level === null || heading.level > state.level
    state.owner = announced.owner ?? (deeper || !found(state) ? state.announced.owner : null)
    state.announced = announced
    state.timescale = announced.timescale
    state.sub = headingAsPrinted(heading.text)
    if (!deeper) state.level = heading.level
    state.broken = false
    newList(state)
    return true
  }
  if (closesList(heading.text) && !countsOn(blocks, i, state)) return false
  const lead = leadIn(heading.text)
  if (lead) {
    state.owner = lead.owner ?? state.owner
    newList(state)
    return true
  }
  if (isAnswerLabel(heading.text)) {
    state.broken = true
    return true
  }
  const counting = countsOn(blocks, i, state)
  const level = heading.level !== null && state.level !== null ? heading.level - state.level : null
  if (!counting && level !== null && level < 0 && (found(state) || !goesOn(blocks, i, state))) return false
  if (!counting && (level === null || level <= 0 || bySentence)) if (!goesOn(blocks, i, state)) return false
  state.sub = headingAsPrinted(heading.text)
  const to = /^(?:recommendations? )?(?:to|for) (?:the )?([\p{Lu}].{2,80})$/u.exec(state.sub)
  if (to) state.owner = state.sub.replace(/^(?:recommendations? )?(?:to|for) /i, '')
  newList(state)
  return true
}

const found = (state: State) => state.lists.some((l) => l.length) || state.runIns.length > 0 || state.paragraphs.length > 0

function newList(state: State): void {
  if (state.lists.at(-1)?.length) state.lists.push([])
  state.base = null
  state.last = null
  state.lastItem = null
}

/** Whether the list goes on below a heading of the same rank: the same kind of item, counting on, and asking for something. */
function goesOn(blocks: Block[], i: number, state: State): boolean {
  let next = i + 1
  while (blocks[next]?.kind === 'heading' && next < i + 3) next++
  const block = blocks[next]
  if (!block || block.kind === 'heading') return false
  if (block.kind === 'table')
    return readTable(block, { section: [], inRegion: true, noun: state.announced.noun, head: state.head }).candidates.length > 0
  if (isRunIn(block)) return true
  const before = state.lastMarker
  if (block.kind === 'paragraph') return leadIn(block.text) !== null || (state.lists.every((l) => !l.length) && isDirective(block.text))
  if (!before) return isDirective(block.text) || (state.announced.noun && block.marker.family === 'bullet')
  if (before.family !== block.marker.family) return isDirective(block.text) && block.marker.family === 'bullet'
  if (block.marker.family === 'bullet') return isDirective(block.text) || (state.announced.noun && before.printed === block.marker.printed)
  const counts = block.marker.ordinal === (before.ordinal ?? 0) + 1
  return isDirective(block.text) && (counts || block.marker.ordinal === 1)
}

/** The numbering of the list goes on below the heading and goes on asking. */
function countsOn(blocks: Block[], i: number, state: State): boolean {
  let at = i + 1
  while (blocks[at]?.kind === 'heading' && at < i + 4) at++
  const next = blocks[at]
  const last = state.lastNumber
  return (
    next?.kind === 'item' && last !== null && next.marker.family !== 'bullet' && next.marker.ordinal === last + 1 && isDirective(next.text)
  )
}

function onItem(blocks: Block[], i: number, item: Extract<Block, { kind: 'item' }>, state: State, bySentence: boolean): boolean {
  const timescale = timescaleHeading(item.text)
  if (timescale && item.text.length < 60) {
    state.timescale = timescale
    newList(state)
    return true
  }
  const next = blocks[i + 1]
  const lead = leadIn(item.text)
  const opensList = next?.kind === 'item' && (next.depth > item.depth || next.marker.family !== item.marker.family)
  const counted =
    state.lastItem &&
    state.lastItem.marker.family === item.marker.family &&
    state.lastItem.depth === item.depth &&
    item.marker.family !== 'bullet'
  if (
    lead &&
    (opensList || next?.kind === 'heading' || next?.kind === 'table' || next?.kind === 'paragraph') &&
    isBareLeadIn(item.text) &&
    !counted
  ) {
    state.owner = lead.owner ?? state.owner
    state.timescale = lead.timescale ?? state.listTimescale
    newList(state)
    return true
  }
  const excluded = whyExcluded(item.text)
  if (excluded) {
    state.refused.push({ text: item.text, page: item.at.page, reason: excluded })
    state.last = null
    return true
  }
  if (state.base === null || item.depth < state.base) state.base = item.depth
  // A new kind of list after the recommendations, at the outermost level and asking for nothing: the text goes on.
  if (
    state.lastItem &&
    item.depth <= state.base &&
    item.marker.family !== state.lastItem.marker.family &&
    state.lastItem.depth <= item.depth &&
    !isDirective(item.text) &&
    item.marker.family !== 'bullet'
  )
    return false
  if (bySentence && state.broken && !isDirective(item.text)) return false
  const slots = slotsAtEnd(item.text)
  if (slots.rest === '' && state.last) {
    state.last.owner ??= slots.owner
    state.last.timescale = slots.timescale ?? state.last.timescale
    return true
  }
  if (item.depth > state.base && state.last) {
    addChild(state.last, item, item.depth - state.base)
    return true
  }
  if (state.broken && !isDirective(item.text) && !state.announced.noun) {
    state.refused.push({ text: item.text, page: item.at.page, reason: 'stands after other text and does not ask for anything' })
    return true
  }
  const made = candidate(item, slots.rest, {
    ref: item.marker.family === 'bullet' ? null : item.marker.printed.replace(/^(\d+)[.)]$/, '$1'),
    owner: slots.owner ?? state.owner,
    timescale: slots.timescale ?? state.timescale,
    section: here(state),
    rule: `${item.marker.family} list`,
    reason: `${item.marker.family === 'bullet' ? 'an item' : `item ${item.marker.printed}`} of the list below "${state.section.at(-1) ?? ''}"`,
    confidence: 0.9,
  })
  state.lists.at(-1)?.push(made)
  state.last = made
  state.lastItem = item
  state.lastMarker = item.marker
  if (item.marker.family !== 'bullet') state.lastNumber = item.marker.ordinal
  return true
}

function addChild(parent: Candidate, item: Extract<Block, { kind: 'item' }>, depth: number): void {
  let into = parent
  for (let d = 1; d < depth && into.children.length; d++) into = into.children.at(-1) as Candidate
  into.children.push(
    candidate(item, item.text, {
      ref: item.marker.family === 'bullet' ? null : item.marker.printed,
      section: parent.section,
      rule: 'nested item',
      reason: 'stands in the list below it',
      confidence: parent.confidence,
    }),
  )
}

function onParagraph(
  blocks: Block[],
  i: number,
  paragraph: Extract<Block, { kind: 'paragraph' }>,
  state: State,
  bySentence: boolean,
): boolean {
  const text = fold(paragraph.text)
  const timescale = timescaleHeading(text)
  if (timescale) {
    state.timescale = timescale
    state.listTimescale = timescale
    newList(state)
    return true
  }
  const slots = slotsAtEnd(text)
  if (slots.rest === '' && state.last) {
    state.last.owner = slots.owner ?? state.last.owner
    state.last.timescale = slots.timescale ?? state.last.timescale
    return true
  }
  const next = blocks[i + 1]
  const lead = leadIn(text)
  if (
    lead &&
    (next?.kind === 'item' || next?.kind === 'heading' || next?.kind === 'table' || (next?.kind === 'paragraph' && /:$/.test(text)))
  ) {
    if (isBareLeadIn(text) || !isDirective(text) || lead.asksFor) {
      state.owner = lead.owner ?? state.owner
      state.timescale = lead.timescale ?? state.listTimescale
      state.broken = false
      newList(state)
      return true
    }
  }
  if (state.last && /^[\p{Ll}]/u.test(text) && !/[.!?]$/.test(state.last.children.at(-1)?.text ?? state.last.text)) {
    const into = state.last.children.at(-1) ?? state.last
    into.text = fold(`${into.text} ${text}`)
    return true
  }
  if (isAnswerLabel(text)) {
    state.broken = true
    return true
  }
  const excluded = whyExcluded(text)
  if (!excluded && isDirective(text) && text.length < 1500 && !isIntro(text)) {
    const made = candidate(paragraph, slots.rest, {
      owner: slots.owner ?? state.owner,
      timescale: slots.timescale ?? state.timescale,
      section: here(state),
      rule: 'paragraphs below a heading',
      reason: `a paragraph below "${state.section.at(-1) ?? ''}" that asks for something`,
      confidence: 0.75,
    })
    state.paragraphs.push(made)
    if (next?.kind === 'item' && /:$/.test(text)) {
      newList(state)
      state.last = made
      state.base = next.depth - 1
    }
    return true
  }
  if (excluded) state.refused.push({ text, page: paragraph.at.page, reason: excluded })
  if (found(state)) {
    if (bySentence) return false
    state.broken = true
  }
  return true
}

function isIntro(text: string): boolean {
  return /\b(?:following|these|our|above|below|previous) (?:\w+ ){0,3}(?:recommendations?|areas? for|actions|requirements)\b|\brecommendations? (?:below|above|in this|are|is|were|was|made|set out|should be (?:read|seen|considered|implemented|taken)|that follow|within)\b|\bmakes? (?:\w+ ){0,3}recommendations?\b/i.test(
    text,
  )
}

/** Weighs what was read: a list whose items mostly ask for nothing is no list of recommendations, however it is headed. */
function settle(state: State): Found {
  const refused = [...state.refused]
  const lists = state.lists.flatMap((list) => {
    if (!list.length) return []
    const asking = list.filter((c) => c.directive || c.children.some((k) => k.directive)).length
    if (state.announced.mixed && list.some((c) => c.rule !== 'table row')) {
      for (const c of list)
        if (!c.directive)
          refused.push({ text: c.text, page: c.at.page, reason: 'a conclusion in a list of conclusions and recommendations' })
      return list.filter((c) => c.directive)
    }
    if (state.announced.noun && asking < list.length * 0.5 && list.filter((c) => isNarrative(c.text)).length >= list.length * 0.6) {
      return list.map((c) => ({ ...c, findings: true, soft: state.announced.soft }))
    }
    if (state.announced.noun || asking >= list.length * 0.34) return list
    for (const c of list) refused.push({ text: c.text, page: c.at.page, reason: 'the list asks for nothing' })
    return []
  })
  // Where the items carry labels of their own, unlabelled text between them is explanation.
  if (state.runIns.length >= 2 || (state.runIns.length === 1 && !lists.length)) {
    for (const c of [...lists, ...state.paragraphs])
      refused.push({ text: c.text, page: c.at.page, reason: 'stands between labelled recommendations' })
    return { candidates: state.runIns, refused }
  }
  if (lists.length) {
    const nested = state.paragraphs.filter((p) => p.children.length)
    for (const p of state.paragraphs) if (!p.children.length) refused.push({ text: p.text, page: p.at.page, reason: 'text around a list' })
    return { candidates: [...state.runIns, ...lists, ...nested].sort((a, b) => a.at.paragraph - b.at.paragraph), refused }
  }
  return { candidates: [...state.runIns, ...state.paragraphs], refused }
}
