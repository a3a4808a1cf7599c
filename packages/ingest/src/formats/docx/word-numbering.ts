/** How Word numbers one level of a list: where it begins, in which figures, and what is printed around them ("R%1", "(%1)", "%1.%2"). */
type Level = { start: number; format: string; text: string }
type List = { levels: Map<number, Level>; starts: Map<number, number>; counts: string }
export type WordNumbering = { lists: Map<string, List>; styles: Map<string, { list: string; level: number }> }

const attributeOf = (xml: string, tag: string) => new RegExp(`<w:${tag}\\s[^>]*?w:val="([^"]*)"`).exec(xml)?.[1] ?? null
const parts = (xml: string, tag: string) =>
  [...xml.matchAll(new RegExp(`<w:${tag}\\s([^>]*)>([\\s\\S]*?)</w:${tag}>`, 'g'))].map((m) => ({
    attributes: m[1] ?? '',
    inside: m[2] ?? '',
  }))
const named = (attributes: string, name: string) => new RegExp(`w:${name}="([^"]*)"`).exec(attributes)?.[1] ?? ''

/** Reads word/numbering.xml and the numbered styles of word/styles.xml. */
export function wordNumbering(numbering: string, styles: string): WordNumbering {
  const kinds = new Map(parts(numbering, 'abstractNum').map((kind) => [named(kind.attributes, 'abstractNumId'), levelsOf(kind.inside)]))
  const lists = new Map(
    parts(numbering, 'num').map((num): [string, List] => {
      const kind = attributeOf(num.inside, 'abstractNumId') ?? ''
      const starts = new Map(
        parts(num.inside, 'lvlOverride').flatMap((o): [number, number][] => {
          const start = attributeOf(o.inside, 'startOverride')
          return start === null ? [] : [[Number(named(o.attributes, 'ilvl')), Number(start)]]
        }),
      )
      return [named(num.attributes, 'numId'), { levels: kinds.get(kind) ?? new Map(), starts, counts: kind }]
    }),
  )
  const numbered = parts(styles, 'style').flatMap((style): [string, { list: string; level: number }][] => {
    const list = attributeOf(style.inside, 'numId')
    return list ? [[named(style.attributes, 'styleId'), { list, level: Number(attributeOf(style.inside, 'ilvl') ?? 0) }]] : []
  })
  return { lists, styles: new Map(numbered) }
}

function levelsOf(xml: string): Map<number, Level> {
  return new Map(
    parts(xml, 'lvl').map((lvl): [number, Level] => [
      Number(named(lvl.attributes, 'ilvl')),
      {
        start: Number(attributeOf(lvl.inside, 'start') ?? 1),
        format: attributeOf(lvl.inside, 'numFmt') ?? 'decimal',
        text: attributeOf(lvl.inside, 'lvlText') ?? '',
      },
    ]),
  )
}

/** Counts a document's numbered paragraphs in their order and says what Word prints before each; null for bullets and what it does not know. */
export function wordCounter({ lists }: WordNumbering): (list: string, level: number) => string | null {
  const counters = new Map<string, number[]>()
  const begun = new Set<string>()
  return (id, at) => {
    const list = lists.get(id)
    const level = list?.levels.get(at)
    if (!list || !level || !FIGURES[level.format]) return null
    const counter = counters.get(list.counts) ?? []
    counters.set(list.counts, counter)
    const first = !begun.has(id) && list.starts.has(at)
    begun.add(id)
    const start = list.starts.get(at) ?? level.start
    counter[at] = first || counter[at] === undefined ? start : (counter[at] ?? 0) + 1
    counter.length = at + 1
    return level.text.replace(/%(\d)/g, (_, n: string) => {
      const k = Number(n) - 1
      const other = list.levels.get(k)
      return (FIGURES[other?.format ?? 'decimal'] ?? String)(counter[k] ?? other?.start ?? 1)
    })
  }
}

const letter = (n: number) => String.fromCharCode(97 + ((n - 1) % 26)).repeat(Math.ceil(n / 26))
const ROMANS: [number, string][] = [
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]
function roman(n: number): string {
  const step = ROMANS.find(([value]) => value <= n)
  return step ? step[1] + roman(n - step[0]) : ''
}
const FIGURES: Record<string, (n: number) => string> = {
  decimal: String,
  decimalZero: (n) => String(n).padStart(2, '0'),
  lowerLetter: letter,
  upperLetter: (n) => letter(n).toUpperCase(),
  lowerRoman: roman,
  upperRoman: (n) => roman(n).toUpperCase(),
}
