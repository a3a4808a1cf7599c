import type { ParseArgsOptionsConfig } from 'node:util'

/** One word of the command line. `run` resolves to the exit code: 0 good, 1 failed, 2 not understood. */
export type Command = {
  readonly name: string
  /** What follows the name, as the help shows it. */
  readonly usage: string
  readonly summary: string
  readonly options: ParseArgsOptionsConfig
  readonly takesFiles?: boolean
  run(values: Values, files: readonly string[]): Promise<number>
}

export type Values = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>

/** One sentence on standard error; standard output is for answers. */
export function complain(sentence: string, exitCode: 1 | 2): number {
  process.stderr.write(`outstanding: ${sentence}\n`)
  return exitCode
}

/** The value of an option that takes text, or undefined. */
export function text(values: Values, name: string): string | undefined {
  const value = values[name]
  return typeof value === 'string' ? value : undefined
}

/** The values of an option that can be given several times. */
export function texts(values: Values, name: string): readonly string[] {
  const value = values[name]
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}
