import type { Block, Heading } from '../../document/block.ts'
import { splitMarker } from '../../document/marker.ts'
import { fold } from '../../document/words.ts'
import { announcementIn } from '../announcers.ts'
import { leadIn } from '../lead-ins.ts'

const RUN_IN = /^([\p{L}’' ]{6,60}?)\s*:\s+(\S.{15,})$/su

/** "Recommendations By 31 July the service should:": two lines that were set close together. */
const ANNOUNCED_LEAD = /^(Recommendations?|Areas? for improvement|Requirements?):? +(\p{Lu}.{10,200}:)$/u

/** "concerns: (1) The road ...": an announcing heading that runs into its text is parted from it. */
export function splitRunInHeadings(blocks: Block[]): Block[] {
  return blocks
    .flatMap((block) => leadApart(block) ?? alone(block) ?? textApart(block) ?? [block])
    .map((b, i) => ({ ...b, at: { ...b.at, paragraph: i + 1 } }))
}

const headingOf = (text: string, block: Block): Block => ({ kind: 'heading', text, level: null, at: block.at })

function leadApart(block: Block): Block[] | null {
  const unranked = block.kind === 'paragraph' || (block.kind === 'heading' && block.level === null)
  const [, announcing, lead] = (unranked && ANNOUNCED_LEAD.exec(fold(block.text))) || []
  if (!announcing || !lead || !leadIn(lead)) return null
  return [headingOf(announcing, block), { kind: 'paragraph', text: lead, bold: false, indent: 0, at: block.at }]
}

function alone(block: Block): Block[] | null {
  if (block.kind !== 'paragraph' || block.text.length >= 70 || !/^\p{Lu}/u.test(block.text) || /[.;,]$/.test(block.text)) return null
  return announcementIn(block.text) ? [headingOf(block.text, block)] : null
}

function textApart(block: Block): Block[] | null {
  if (block.kind !== 'paragraph') return null
  const [, announcing, rest] = RUN_IN.exec(fold(block.text)) ?? []
  if (!announcing || !rest || /^recommendation$/i.test(announcing) || !announcementIn(announcing)) return null
  const marked = splitMarker(rest)
  const text: Block = marked?.rest
    ? { kind: 'item', marker: marked.marker, depth: 0, text: marked.rest, at: block.at }
    : { ...block, text: rest }
  return [{ ...headingOf(announcing, block), label: true } as Heading, text]
}
