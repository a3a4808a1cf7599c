import type { SourceFile } from './source-files.ts'
import { isTest } from './source-files.ts'

/** Expressions that a reader has to read twice, each with what to write instead. */
const oldExpressions: readonly (readonly [RegExp, string])[] = [
  [/\bwho(?:so)?ever\b/gi, 'name the person or program'],
  [/\bput(?:s|ting)? (?:\w+ )?right\b/gi, 'correct'],
  [/\b(?:came|comes) of it\b/gi, 'outcome'],
  [/\b(?:thereof|therein|thereto|hereby|heretofore|whilst|amongst)\b/gi, 'use a present-day word'],
  [/\b(?:to|at) hand\b/gi, 'available'],
  [/\banew\b/gi, 'again'],
  [/\bbecame? of (?:a|an|it|the)\b/gi, 'outcome'],
  [/\b(?:is|are|was|were|be) told\b/gi, 'gets, is shown, is reported'],
  [/\bsaid of\b/gi, 'about'],
]

/** The lexicon of the reader of reports, and texts of documents: words that others use. */
const quotesOthers = /^(?:packages\/ingest\/src\/|test\/reading\/(?:as-printed|corpus|made-up)|test\/architecture\/)/
const isCode = (path: string): boolean => /\.(?:ts|mjs)$/.test(path)

const blank = (text: string): string => text.replace(/[^\n]/g, ' ')

/** What a person reads in a file, at its place: comments, and sentences in quotes; of a test file its titles only. */
function readByPeople({ path, text }: SourceFile): string {
  if (!isCode(path)) return text
  const comments = /\/\*[\s\S]*?\*\/|(?:^|\s)\/\/ .*$/gm
  const sentences = isTest(path) ? /\b(?:it|test|describe)\((?:'[^'\n]*'|`[^`]*`)/g : /'[^'\n]* [^'\n]*'|"[^"\n]* [^"\n]*"|`[^`]* [^`]*`/g
  const kept = [...text.matchAll(comments), ...(quotesOthers.test(path) ? [] : text.matchAll(sentences))]
  let read = blank(text)
  for (const { 0: piece, index } of kept) read = read.slice(0, index) + piece + read.slice(index + piece.length)
  return read
}

/** Old expressions in anything a person reads, with what to write instead. */
export const oldWording = (files: readonly SourceFile[]): readonly string[] =>
  files
    .filter(({ path }) => isCode(path) || !quotesOthers.test(path))
    .filter(({ path }) => !path.startsWith('test/architecture/'))
    .flatMap((file) => {
      const read = readByPeople(file)
      return oldExpressions.flatMap(([expression, better]) =>
        [...read.matchAll(expression)].map(
          ({ 0: found, index }) => `${file.path}:${read.slice(0, index).split('\n').length} "${found}": ${better}`,
        ),
      )
    })
