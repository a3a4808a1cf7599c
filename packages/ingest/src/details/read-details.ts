import { textOf, type Block, type DocumentText } from '../document/block.ts'
import { fold } from '../document/words.ts'
import type { ReportDetails } from '../reading.ts'
import { dateIn, spanIn, spanWithoutYear } from './dates.ts'
import { FRAMEWORKS, PUBLISHERS } from './frameworks.ts'
import { titleOf } from './title.ts'

const FRONT = 40
const PUBLISHED =
  /\b(?:report )?(?:date )?(?:published|publication date|date of publication|final report issued|issued|report date)\b\s*(?:on)?\s*:?\s+(.{0,60})|^dated?\b\s*:?\s+(.{0,40})/i
/** Words around a date that make it a deadline, a meeting to come or another document's. */
const OTHER_DATE =
  /\b(?:target|due|deadline|complet(?:e|ed|ion)|implement(?:ed|ation)|revised|original|response|respond|reply|effective|next|comply|complied|compliance|by|before|until|no later than|within|review(?:ed)? (?:on|again)|expir(?:y|es)|renewal|birth|death|previous|last)\b/i
const INSPECTED =
  /\b(?:inspection|visit|review|fieldwork|challenge)s?\s*(?:dates?|carried out|of inspection)?\s*:?\s+(.{4,70})|\bdates? of (?:inspection|visit)(?: visit)?\s*:?\s+(.{4,70})/i
const REFERENCE =
  /\b(?:reference(?: (?:no|number))?|ref(?: no)?|report (?:no|number)|audit reference|document reference|inspection number|URN|number (?=CBP)|^id)\b\.?\s*:?\s*([A-Z]{0,5}[ /-]?\d[\w/-]{1,20})/im
const HOUSE = /\b(HC \d{1,4}(?:-[IVX]+)?|CBP[- ]?\d{4,5}|Cm \d{3,5}|CP \d{2,4})\b/

/** Title, publisher, framework, authority, reference and dates from the front of a document; null where it does not print them. */
export function readDetails(document: DocumentText, blocks: Block[]): ReportDetails {
  const front = blocks.slice(0, FRONT).flatMap(frontLines)
  const dated = blocks.slice(0, FRONT).flatMap((b) => (isListed(b) ? [] : frontLines(b)))
  const running = document.leftOut
    .filter((l) => l.reason.startsWith('page furniture'))
    .slice(0, 12)
    .map((l) => l.text)
  const whole = [...front, ...running].join('\n')
  const title = titleOf(blocks, document.declaredTitle)
  const publishedOn = publishedIn(dated) ?? publishedIn(running)
  const inspected = inspectedIn(dated) ?? inspectedWithoutYear(dated, publishedOn)
  return {
    title,
    publisher: publisherOf(whole, document),
    framework: frameworkIn(title ?? '') ?? frameworkIn(whole.slice(0, 700)),
    authority: authorityOf(title ?? '', front),
    reference: REFERENCE.exec(whole)?.[1]?.trim() ?? HOUSE.exec(whole)?.[1] ?? null,
    publishedOn,
    inspectedFrom: inspected?.[0] ?? null,
    inspectedTo: inspected?.[1] ?? null,
  }
}

const frameworkIn = (text: string) => FRAMEWORKS.find(([pattern]) => pattern.test(text))?.[1] ?? null

/** "Between 20 and 24 June, Ofsted ... undertook an inspection": the year is that of the letter. */
function inspectedWithoutYear(front: string[], publishedOn: string | null): [string, string] | null {
  const sentence =
    front.find((t) => /\bbetween\b.{0,60}\binspect|inspect.{0,80}\bbetween\b/i.test(t)) ?? front.find((t) => /^between \d/i.test(t))
  return spanWithoutYear(sentence ?? '', publishedOn?.slice(0, 4) ?? null)
}

/** A table of three columns or more lists matters with dates of their own, none of which is the report's. */
const isListed = (block: Block) => block.kind === 'table' && block.rows.length > 2 && block.rows.some((r) => r.cells.length > 2)

/** The lines of a block; a small table of two rows is read downwards, head and value. */
function frontLines(block: Block): string[] {
  if (block.kind !== 'table') return [fold(textOf(block))]
  const [heads, values] = block.rows
  const downwards = block.rows.length === 2 ? (heads?.cells ?? []).map((h, k) => fold(`${h.text}: ${values?.cells[k]?.text ?? ''}`)) : []
  return [
    ...downwards,
    ...block.rows.map((r) => fold(r.cells.map((c) => c.text).join(' '))),
    ...block.rows.flatMap((r) => r.cells.map((c) => fold(c.text))),
  ]
}

/** A label's date first, then one that stands alone near the top, then a meeting's, then what a sentence tells. */
function publishedIn(front: string[]): string | null {
  return labelledDate(front, 12) ?? loneDate(front.slice(0, 12)) ?? meetingDate(front.slice(0, 4)) ?? labelledDate(front, 260)
}

/** "Published on 5 June 2025", unless the words around it make it another date; `within` is how far in the label may begin. */
function labelledDate(front: string[], within: number): string | null {
  for (const text of front) {
    const match = text.length < 260 ? PUBLISHED.exec(text) : null
    if (!match || match.index > within) continue
    const value = match[1] ?? match[2] ?? ''
    const before = text.slice(Math.max(0, match.index - 40), match.index)
    const ofOther =
      /inspection|visit/i.test(before.slice(-14)) ||
      OTHER_DATE.test(before) ||
      OTHER_DATE.test(value.slice(0, 24)) ||
      /^of (?:the )?(?:inspection|visit)\b/i.test(value)
    const date = ofOther ? null : dateIn(value)
    if (date) return date
  }
  return null
}

function loneDate(front: string[]): string | null {
  for (const text of front) {
    const date = text.length < 30 ? dateIn(text) : null
    if (date && !OTHER_DATE.test(text) && text.replace(/[^\d]/g, '').length <= 8) return date
  }
  return null
}

function meetingDate(front: string[]): string | null {
  const meeting = front.find((t) => t.length < 90 && /\b(?:committee|cabinet|council|board|panel)\b/i.test(t) && !OTHER_DATE.test(t))
  return meeting ? dateIn(meeting) : null
}

function inspectedIn(front: string[]): [string, string] | null {
  for (const text of front) {
    if (text.length > 300 || /^(?:dates? of )?(?:previous|last|next) /i.test(text)) continue
    const match = INSPECTED.exec(text)
    const value = match?.[1] ?? match?.[2] ?? ''
    const before = match ? text.slice(Math.max(0, match.index - 30), match.index) : ''
    const other =
      /\b(?:previous|last|next|published|due|again)\b/i.test(before) ||
      /^(?:is |are |was )?(?:due|again|by|planned|expected|before|to be)\b/i.test(value)
    const span = match && !other ? (spanIn(value) ?? monthSpan(value, text)) : null
    if (span) return span
  }
  return null
}

/** "Date of inspection: January 2017": the month is all that is printed. */
function monthSpan(value: string, text: string): [string, string] | null {
  const month = /\bdates? of (?:inspection|visit)/i.test(text) ? dateIn(value) : null
  return month?.length === 7 ? [month, month] : null
}

function publisherOf(front: string, document: DocumentText): string | null {
  const whole = `${front}\n${document.blocks.slice(-12).map(textOf).join('\n')}`
  const inFront = PUBLISHERS.filter(([pattern]) => pattern.test(front)).map(([, name]) => name)
  // One name at the end signs the report; several are bodies it speaks of.
  const atEnd = PUBLISHERS.filter(([pattern]) => pattern.test(whole)).map(([, name]) => name)
  const found = inFront.length ? inFront : atEnd.length === 1 ? atEnd : /Office for Standards in Education/.test(whole) ? ['Ofsted'] : []
  if (
    found.includes('Ofsted') &&
    /\bjoint area review|annual performance|safeguarding and looked after|single inspection|local authority children/i.test(front)
  )
    return 'Ofsted'
  if (found.length) return [...new Set(found)].slice(0, 4).join('; ')
  return (
    /\b(?:\p{Lu}\p{Ll}+ ){1,3}(?:City|County|Borough|District|Metropolitan) Council\b/u.exec(front)?.[0] ??
    /\bThe (?:\p{Lu}[\p{L}-]+ ){1,4}Inquiry\b/u.exec(front)?.[0] ??
    null
  )
}

const AUTHORITY: RegExp[] = [
  /\bInspection of (.{2,50}?) local authority children/i,
  /\b(Metropolitan Borough of \p{Lu}[\p{L}-]+|London Borough of (?:\p{Lu}[\p{L}-]+ ?){1,3}|Royal Borough of (?:\p{Lu}[\p{L}-]+ ?){1,3})/u,
  /\b((?:\p{Lu}[\p{L}’'-]+ (?:and |& |upon |on )?){1,4}(?:City|County|Borough|District|Metropolitan Borough|Metropolitan District) Council)\b/u,
  /\b(?:[Ii]nspection|[Rr]eview) of ((?:\p{Lu}[\p{L}-]+ ){1,4}Local Area Partnership)/u,
  /\b(\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?)(?:['’]s)? (?:Children['’]s Services Authority Area|children['’]s services)\b/u,
  /\b(?:[Ii]nspection|[Rr]eview|[Vv]isit|[Aa]ssessment)\b.*(?:\b(?:in|to|of)|:) ((?:\p{Lu}[\p{L}-]{2,}(?: and | )?){1,3})$/u,
  /\breceiver: (.{3,80})$/imu,
]

function authorityOf(title: string, front: string[]): string | null {
  for (const text of [title, ...front.slice(0, 25).filter((t) => t.length < 200)])
    for (const pattern of AUTHORITY) {
      const name = pattern.exec(text)?.[1]?.trim()
      if (name && !/^(?:the|england|wales|her|his|inspection)$/i.test(name)) return name
    }
  return null
}
