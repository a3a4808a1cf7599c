import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
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
    .filter((f) => !/^(?:README|SOURCES)\b/.test(f) && choose(f))
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
  printScore(labels, got)
}

/** Our own documents, each set in five formats; the scorer's table for every format, and what was missed or false by name. */
async function readCorpus(): Promise<void> {
  console.log('\n## Our own corpus, each document in five formats: milliseconds in each, megabytes as PDF\n')
  const folder = new URL('./corpus/', import.meta.url)
  const dirs = new Map<string, { got: string; labels: string }>()
  const wrong: string[] = []
  for (const [n, name] of readdirSync(folder).sort().entries()) {
    const source = readFileSync(new URL(name, folder), 'utf8')
    const label = labelOf(name, source)
    const base = `${String(n + 1).padStart(2, '0')}-${name.replace('.md', '')}`
    const times: string[] = []
    for (const [format, bytes] of Object.entries(inEachFormat(source))) {
      const { outcome, milliseconds, megabytes } = await (format === 'pdf' ? timed : timedHere)(`${base}.${format}`, bytes)
      times.push(`${format} ${milliseconds}${format === 'pdf' ? ` (${megabytes} MB)` : ''}`)
      const { got, labels } = dirsOf(dirs, format)
      if (outcome.ok) writeFileSync(join(got, `${base}.json`), JSON.stringify(outcome.reading))
      writeFileSync(join(labels, `${base}.json`), JSON.stringify(label))
      const found = score(label.recommendations, outcome.ok ? outcome.reading.recommendations : [])
      for (const text of [...found.missed.map((t) => `missed: ${t}`), ...found.false.map((t) => `false: ${t}`), ...found.wrongFields])
        wrong.push(`${name} as ${format}: ${text.slice(0, 120)}`)
    }
    console.log(`${base.slice(0, 42).padEnd(44)}${times.join('  ')}`)
  }
  console.log(`\n${wrong.join('\n')}`)
  for (const [format, { got, labels }] of dirs) {
    console.log(`\n### The corpus as ${format}\n`)
    printScore(labels, got)
  }
}

function dirsOf(dirs: Map<string, { got: string; labels: string }>, format: string): { got: string; labels: string } {
  const made = dirs.get(format) ?? { got: join(work, `corpus-${format}`), labels: join(work, `corpus-${format}-labels`) }
  if (!dirs.has(format)) for (const dir of [made.got, made.labels]) mkdirSync(dir)
  dirs.set(format, made)
  return made
}

async function timedHere(name: string, bytes: Uint8Array): Promise<Timed> {
  const from = performance.now()
  const outcome = await readDocument(name, bytes)
  return { outcome, milliseconds: Math.round(performance.now() - from), megabytes: 0 }
}

function printScore(labels: string, got: string): void {
  if (!existsSync(scorer)) return console.log('../shared is not here: no table')
  const scored = spawnSync(process.execPath, [realpathSync(scorer), '--expected', labels, '--got', got], { encoding: 'utf8' })
  console.log(`\n${scored.stdout}${scored.stderr}`)
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
  await readSet('Real reports, second set', join(shared, 'reports2'), join(shared, 'expected/reports2'), () => true)
} else console.log('../shared is not here: the seeds and the real reports are left out')
await readCorpus()
await readBadFiles()
rmSync(work, { recursive: true })
