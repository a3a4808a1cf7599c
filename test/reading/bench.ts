import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readDocument, readDocumentSafely, type ReadOutcome } from '@outstanding/ingest'
import { BAD_FILES } from './bad-files.ts'
import { labelOf } from './corpus-source.ts'
import { inEachFormat } from './render/formats.ts'
import { score } from './score.ts'

// Chosen before any result was seen; the README says how they did the first time they were read.
const KEPT_ASIDE = ['03', '06', '08', '11', '16', '17']
const shared = fileURLToPath(new URL('../../../shared/', import.meta.url))
const scorer = join(shared, 'tools/score-reading.mjs')
const work = mkdtempSync(join(tmpdir(), 'reading-'))

type Timed = { outcome: ReadOutcome; milliseconds: number; megabytes: number }

/** Reads a file as a service would, in a worker; memory is what the process grew by, seen every 10 ms. */
async function timed(name: string, bytes: Uint8Array): Promise<Timed> {
  const before = process.memoryUsage.rss()
  let peak = before
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 10)
  const from = performance.now()
  const outcome = await readDocumentSafely(name, bytes)
  const milliseconds = Math.round(performance.now() - from)
  clearInterval(watch)
  return { outcome, milliseconds, megabytes: Math.max(0, Math.round((peak - before) / 1048576)) }
}

async function readSet(title: string, from: string, expected: string, choose: (file: string) => boolean): Promise<void> {
  const got = join(work, title.replace(/\W+/g, '-'))
  const labels = `${got}-labels`
  mkdirSync(got)
  mkdirSync(labels)
  console.log(`\n## ${title}\n`)
  for (const file of readdirSync(from)
    .filter((f) => f !== 'README.md' && choose(f))
    .sort()) {
    const { outcome, milliseconds, megabytes } = await timed(file, readFileSync(join(from, file)))
    const base = file.replace(/\.[^.]+$/, '')
    if (outcome.ok) writeFileSync(join(got, `${base}.json`), JSON.stringify(outcome.reading))
    console.log(
      `${base.slice(0, 42).padEnd(44)}${String(milliseconds).padStart(6)} ms ${String(megabytes).padStart(5)} MB${outcome.ok ? '' : `  ${outcome.unreadable.sentence}`}`,
    )
  }
  for (const label of readdirSync(expected).filter((f) => /^\d.*\.json$/.test(f) && choose(f)))
    writeFileSync(join(labels, label), readFileSync(join(expected, label)))
  const scored = spawnSync(process.execPath, [scorer, '--expected', labels, '--got', got], { encoding: 'utf8' })
  console.log(`\n${scored.stdout}${scored.stderr}`)
}

async function readCorpus(): Promise<void> {
  console.log('\n## Our own corpus, each document in five formats\n')
  const folder = new URL('./corpus/', import.meta.url)
  const total = new Map<string, { want: number; hit: number; false: number; wrong: number; milliseconds: number }>()
  for (const name of readdirSync(folder).sort()) {
    const source = readFileSync(new URL(name, folder), 'utf8')
    const label = labelOf(name, source)
    for (const [format, bytes] of Object.entries(inEachFormat(source))) {
      const from = performance.now()
      const outcome = await readDocument(`${name.replace('.md', '')}.${format}`, bytes)
      const milliseconds = Math.round(performance.now() - from)
      const found = score(label.recommendations, outcome.ok ? outcome.reading.recommendations : [])
      const sum = total.get(format) ?? { want: 0, hit: 0, false: 0, wrong: 0, milliseconds: 0 }
      total.set(format, {
        want: sum.want + found.want,
        hit: sum.hit + found.hit,
        false: sum.false + found.false.length,
        wrong: sum.wrong + found.wrongFields.length,
        milliseconds: sum.milliseconds + milliseconds,
      })
      for (const text of [...found.missed.map((t) => `missed: ${t}`), ...found.false.map((t) => `false: ${t}`), ...found.wrongFields])
        console.log(`${name} as ${format}: ${text.slice(0, 120)}`)
    }
  }
  console.log('format   want   hit  false  wrong owner or timescale      ms')
  for (const [format, t] of total)
    console.log(
      `${format.padEnd(7)}${String(t.want).padStart(6)}${String(t.hit).padStart(6)}${String(t.false).padStart(7)}${String(t.wrong).padStart(26)}${String(t.milliseconds).padStart(8)}`,
    )
}

async function readBadFiles(): Promise<void> {
  console.log('\n## Bad files\n')
  for (const bad of BAD_FILES) {
    const { outcome, milliseconds } = await timed(bad.name, bad.bytes())
    const got = outcome.ok ? 'read' : outcome.unreadable.reason
    console.log(
      `${bad.expect.includes(got) ? 'ok ' : 'NOT'} ${bad.name.padEnd(18)}${bad.what.padEnd(46)}${String(milliseconds).padStart(6)} ms  ${outcome.ok ? 'read' : outcome.unreadable.sentence}`,
    )
  }
}

const kept = (file: string) => KEPT_ASIDE.includes(file.slice(0, 2))
if (existsSync(scorer)) {
  await readSet('The seeds', join(shared, 'seeds'), join(shared, 'expected'), () => true)
  await readSet('Real reports the rules were developed on', join(shared, 'reports'), join(shared, 'expected/reports'), (f) => !kept(f))
  await readSet('Real reports kept aside', join(shared, 'reports'), join(shared, 'expected/reports'), kept)
} else console.log('../shared is not here: the seeds and the real reports are left out')
await readCorpus()
await readBadFiles()
rmSync(work, { recursive: true })
