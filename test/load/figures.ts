/** One line of a report: what was measured, and the figure with its unit. */
export function print(what: string, figure: string): void {
  process.stdout.write(`${what.padEnd(58)} ${figure}\n`)
}

export const perSecond = (count: number, ms: number): string => `${Math.round((count / ms) * 1_000).toLocaleString('en-GB')} /s`
export const seconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`
export const milliseconds = (ms: number): string => `${ms.toFixed(1)} ms`

/** The value that `share` (0 to 1) of the samples do not exceed. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}
