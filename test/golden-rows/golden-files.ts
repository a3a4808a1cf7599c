import { existsSync, readFileSync } from 'node:fs'
import type { LogEvent } from './golden-log.ts'
import { logFileOf, rowsFileOf, type GoldenRows } from './golden-rows.ts'
import type { ReadModel } from '@outstanding/projection'

export const folder = new URL('.', import.meta.url)
export const logFile = (category: string): URL => new URL(`log/${logFileOf(category)}`, folder)
export const rowsFile = (model: ReadModel): URL => new URL(rowsFileOf(model), folder)

/** The log of a category, one event a line; empty if there is no file. */
export const readLog = (category: string): readonly LogEvent[] => linesOf(logFile(category)).map((line) => JSON.parse(line) as LogEvent)

export const readGoldenRows = (model: ReadModel): GoldenRows | null => {
  const [text] = existsSync(rowsFile(model)) ? [readFileSync(rowsFile(model), 'utf8')] : []
  return text === undefined ? null : (JSON.parse(text) as GoldenRows)
}

const linesOf = (file: URL): readonly string[] => (existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [])
