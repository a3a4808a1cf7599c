import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createHash } from 'node:crypto'
import * as documents from './real/documents.ts'
import { packEvidence } from './real/evidence.ts'
import { realReports } from './real/real-steps.ts'
import { trackingUpdates } from './real/tracking-updates.ts'
import { sampleSteps } from './sample-steps.ts'

const shared = new URL('../../../../../shared/', import.meta.url)
const present = existsSync(new URL('seeds/', shared)) && existsSync(new URL('expected/', shared))
/** The documents are not part of the project: where they are absent there is nothing to compare with. */
const title = present ? 'the sample and its documents' : 'the sample and its documents (skipped: ../shared is absent)'

type Item = {
  ref: string | null
  timescale: string | null
  owner: string | null
  dueBy: string | null
  updates?: string[]
  evidenceInPack?: object[]
  children: Item[]
  line?: number
}
type Judgement = { subject: string; column?: string; group?: string; section?: string | null; grade: string; scale: string }
type Expected = {
  report: { authority: string | null; reference: string | null; publishedOn: string; inspectedFrom?: string }
  recommendations: Item[]
  judgements: Judgement[]
}

const expected = (name: string): Expected => JSON.parse(readFileSync(new URL(`expected/${name}.json`, shared), 'utf8')) as Expected
const report = (key: string) => {
  const found = realReports.find((one) => one.key === key)
  if (found === undefined) throw new Error(key)
  return found
}
const pairs = [
  ['000', 'report/jar-birmingham-2007'],
  ['001', 'report/slac-birmingham-2010'],
  ['003', 'report/narrowing-the-gap-2007'],
  ['004', 'report/jar-coventry-2006'],
] as const

/** What is printed as it is: names and a scale, no sentence. */
const asPrinted = { scale: null, subject: null, section: null }
const letters = /[\p{L}']+/gu
const lettersAndDigits = /[\p{L}\p{N}']+/gu
const wordsOf = (text: string, word: RegExp): string[] => text.toLowerCase().replaceAll('’', "'").match(word) ?? []
const runs = (words: readonly string[]): string[] => words.slice(0, -7).map((_, index) => words.slice(index, index + 8).join(' '))
/** Every text of a value, however deep. */
const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

describe.skipIf(!present)(title, () => {
  it.each(pairs)('%s: dates, reference, timescales and children are those of %s', (name, key) => {
    const ours = report(key)
    const theirs = expected(name)
    expect(ours.publishedPrecision === 'MONTH' ? ours.publishedOn?.slice(0, 7) : ours.publishedOn).toBe(theirs.report.publishedOn)
    expect(ours.reference).toBe(theirs.report.reference)
    expect(ours.inspectedFrom ?? undefined).toBe(theirs.report.inspectedFrom)
    const top = ours.recommendations.filter(({ parent }) => parent === undefined)
    expect(top.map(({ timescale }) => timescale)).toEqual(theirs.recommendations.map(({ timescale }) => timescale))
    expect(top.map(({ local }) => ours.recommendations.filter(({ parent }) => parent === local).map(({ timescale }) => timescale))).toEqual(
      theirs.recommendations.map(({ children }) => children.map(({ timescale }) => timescale)),
    )
  })
  it.each(pairs)('%s: the grades of the record tables are those of %s', (name, key) => {
    const ours = report(key).judgements.filter(({ printedIn }) => printedIn === 'TABLE')
    const theirs = expected(name).judgements
    expect(ours.map(({ subject, grade, column, scale, section }) => [subject, grade, column, scale, section ?? null])).toEqual(
      theirs.map(({ subject, grade, column, group, scale, section }) => [subject, grade, column ?? group, scale, section ?? null]),
    )
  })
  it('002: references, owners, dates, updates and the number of pieces of evidence are those of the pack', () => {
    const ours = ['report/children-missing-2016', 'report/corporate-parenting-2017'].flatMap((key) => report(key).recommendations)
    const theirs = expected('002').recommendations
    expect(
      ours
        .filter(({ text }) => text !== null)
        .map(({ reference, timescale, owners, place }) => [reference, timescale, owners?.[0]?.asPrinted ?? null, place.line]),
    ).toEqual(theirs.map(({ ref, timescale, owner, line }) => [ref, timescale, owner, String(line)]))
    const withText = ours.filter(({ text }) => text !== null)
    expect(withText.map(({ local }) => trackingUpdates[local])).toEqual(theirs.map(({ updates }) => updates))
    const asked = new Set(['CP2017-R01', 'CP2017-R02', 'CP2017-R04', 'CP2017-R06'])
    expect(withText.map(({ local }) => packEvidence.filter(({ item }) => item === local).length)).toEqual(
      theirs.map(({ evidenceInPack }, index) => (asked.has(withText[index]?.local ?? '') ? evidenceInPack?.length : 0)),
    )
  })
  it('names each document by the digest of its text', () => {
    const digests = readdirSync(new URL('seeds/', shared)).map(
      (name) =>
        `sha256:${createHash('sha256')
          .update(readFileSync(new URL(`seeds/${name}`, shared)))
          .digest('hex')}`,
    )
    expect(
      Object.values(documents)
        .map(({ digest }) => digest)
        .toSorted(),
    ).toEqual(digests.toSorted())
  })
  // A scale, and the name of a subject or section in a table of grades, is kept as the report prints it.
  it.each([
    ['letters', letters],
    ['letters and digits', lettersAndDigits],
  ])('holds no eight words in a row of the documents (%s)', (_name, word) => {
    const seeds = readdirSync(new URL('seeds/', shared)).map((name) => readFileSync(new URL(`seeds/${name}`, shared), 'utf8'))
    const printed = new Set(seeds.flatMap((text) => runs(wordsOf(text, word))))
    expect(printed.size).toBeGreaterThan(50_000)
    const taken = sampleSteps.flatMap(({ key, command, fields, source }) =>
      [...textsIn(command === 'RecordJudgement' ? { ...fields, ...asPrinted } : fields), ...textsIn(source)]
        .flatMap((text) => runs(wordsOf(text, word)))
        .filter((run) => printed.has(run))
        .map((run) => `${key}: ${run}`),
    )
    expect([...new Set(taken)]).toEqual([])
  })
})
