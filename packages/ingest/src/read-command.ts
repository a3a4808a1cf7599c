import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { readDocumentSafely } from './guard/read-safely.ts'
import { READ_LIMITS } from './read-document.ts'
import type { NotProposed, ProposedRecommendation, Reading } from './reading.ts'

export type ReadCommandIo = { out: (text: string) => void; err: (text: string) => void }

export const READ_USAGE = `usage: outstanding read FILE... [--out DIR] [--why]
Reads reports (.pdf .docx .html .md .txt) and prints what they recommend and grade, one JSON document a file.
  --out DIR  writes DIR/<name>.json instead of printing
  --why      adds what was seen and not proposed, with the reason
Exit code 0 when every file was read (nothing to extract is an empty list), 2 when one was not, 64 for a wrong call.`

type Call = { files: string[]; out: string | null; why: boolean }

/** `outstanding read FILE... [--out DIR] [--why]`: the exit code; every readable file is read, whatever the others are. */
export async function runReadCommand(argv: string[], io: ReadCommandIo): Promise<number> {
  const call = callFrom(argv)
  if (typeof call === 'string') {
    io.err(`${call}\n${READ_USAGE}\n`)
    return 64
  }
  if (call === null) {
    io.out(`${READ_USAGE}\n`)
    return 0
  }
  let unread = 0
  if (call.out) await mkdir(call.out, { recursive: true })
  const names = new Map<string, number>()
  for (const file of call.files) {
    const outcome = await readFileSafely(file)
    if ('sentence' in outcome) {
      io.err(`${file}: ${outcome.sentence}\n`)
      unread++
      continue
    }
    const json = `${JSON.stringify(printed(outcome.reading, call.why), null, 1)}\n`
    if (call.out) await writeFile(join(call.out, `${freeName(file, names)}.json`), json)
    else io.out(json)
  }
  return unread ? 2 : 0
}

function callFrom(argv: string[]): Call | string | null {
  const call: Call = { files: [], out: null, why: false }
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i] as string
    if (word === '--help' || word === '-h') return null
    if (word === '--why') call.why = true
    else if (word === '--out' || word.startsWith('--out=')) {
      const dir = word.startsWith('--out=') ? word.slice(6) : argv[++i]
      if (!dir) return '--out needs a directory'
      call.out = dir
    } else if (word === '--') {
      call.files.push(...argv.slice(i + 1))
      break
    } else if (word.startsWith('--')) return `unknown option ${word}`
    else call.files.push(word)
  }
  return call.files.length ? call : 'name at least one file'
}

async function readFileSafely(file: string): Promise<{ reading: Reading } | { sentence: string }> {
  let bytes: Uint8Array
  try {
    const about = await stat(file)
    if (!about.isFile()) return { sentence: 'is not a file' }
    if (about.size > READ_LIMITS.maxBytes) return { sentence: `the file is larger than ${READ_LIMITS.maxBytes / 1048576} MB` }
    bytes = await readFile(file)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    return { sentence: code === 'ENOENT' ? 'there is no such file' : code === 'EACCES' ? 'may not be read' : 'could not be opened' }
  }
  const outcome = await readDocumentSafely(basename(file), bytes)
  return outcome.ok ? { reading: outcome.reading } : { sentence: outcome.unreadable.sentence }
}

/** Two files of one name from two directories must not overwrite one another's answer. */
function freeName(file: string, names: Map<string, number>): string {
  const base = basename(file).replace(/\.[^.]+$/, '')
  const used = names.get(base) ?? 0
  names.set(base, used + 1)
  return used ? `${base}-${used + 1}` : base
}

type Printed = Omit<Reading, 'notProposed'> & { notProposed?: NotProposed[] }

function printed(reading: Reading, why: boolean): Printed {
  const { notProposed, ...rest } = reading
  return { ...rest, recommendations: rest.recommendations.map(ordered), ...(why ? { notProposed } : {}) }
}

function ordered(r: ProposedRecommendation): ProposedRecommendation {
  const { ref, text, timescale, owner, section, page, children, confidence, reason, ...more } = r
  return { ref, text, timescale, owner, section, page, children: children.map(ordered), confidence, reason, ...more }
}
