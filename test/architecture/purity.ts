import { isTest, type SourceFile } from './source-files.ts'

/** What reads a clock, makes something random, waits, or reaches outside the process. */
const IMPURE: readonly (readonly [RegExp, string])[] = [
  [/\bDate\.now\b|\bnew Date\(\s*\)|\bDate\(\s*\)|\bTemporal\.Now\b/, 'reads the clock'],
  [/\bperformance\b\s*\.|\bprocess\b\s*\.|\bglobalThis\b/, 'reads its surroundings'],
  [/\bMath\.random\b|\bcrypto\b\s*\.|\brandomUUID\b|\bgetRandomValues\b/, 'is random'],
  [/\bset(?:Timeout|Interval|Immediate)\b|\bqueueMicrotask\b|\basync\b|\bawait\b|\bPromise\b/, 'waits'],
  [/\bfetch\(|\bconsole\./, 'reaches outside'],
]

/** Sentences about everything in the domain that knows a clock, randomness, waiting or the outside world. */
export function impureDomain(files: readonly SourceFile[]): readonly string[] {
  return files
    .filter(({ path }) => path.startsWith('packages/domain/src/') && path.endsWith('.ts') && !isTest(path))
    .flatMap(({ path, text }) => IMPURE.flatMap(([pattern, what]) => (pattern.test(codeOf(text)) ? [`${path} ${what}`] : [])))
}

/** Without comments and without the text between quotes. */
const codeOf = (text: string) =>
  text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\/\/.*$/gm, '')
    .replace(/'(?:[^'\\\n]|\\.)*'/g, "''")
    .replace(/"(?:[^"\\\n]|\\.)*"/g, '""')
