import type { SampleStep } from '../steps/step.ts'

/**
 * When each entry of the made-up council was recorded: a little after it happened, as in life, so that a reader sees at once what was
 * known when. Minutes are typed in the week after the meeting; the rest on the next working day. Later entries are listed.
 */
export function inOrderOfRecording(steps: readonly SampleStep[]): readonly RecordedStep[] {
  const lastOf = new Map<string, number>()
  const timed = steps.map((step, index) => {
    const time = Math.max(Date.parse(recordedOf(step)), lastOf.get(step.stream) ?? 0)
    lastOf.set(step.stream, time)
    return { step, time, index }
  })
  return timed
    .toSorted((a, b) => a.time - b.time || a.step.phase - b.step.phase || a.index - b.index)
    .map(({ step, time }) => ({ ...step, recordedAt: new Date(time).toISOString() }))
}

export type RecordedStep = SampleStep & {
  /** UTC with milliseconds. */
  readonly recordedAt: string
}

/** Entries that came late, and the days on which they did: an update found by an audit, a decision in minutes that had been mislaid. */
const late: Readonly<Record<string, string>> = {
  'EX2024-R2/late-update': '2025-03-25',
  'EX2024-R4/update': '2025-08-27',
  'EXI2025-04/date': '2025-09-02',
}

const recordedOf = ({ key, effectiveOn, onBehalfOf }: SampleStep): string => {
  const day = late[key] ?? workingDayAfter(effectiveOn, onBehalfOf?.kind === 'BODY' ? 4 : 0)
  return `${day}T10:00:00.000Z`
}

/** The first Monday to Friday at least `days` days later. Bank holidays are not looked at: nobody counts by these. */
const workingDayAfter = (day: string, days: number): string => {
  const date = new Date(`${day}T00:00:00.000Z`)
  date.setUTCDate(date.getUTCDate() + days + 1)
  while (date.getUTCDay() % 6 === 0) date.setUTCDate(date.getUTCDate() + 1)
  return date.toISOString().slice(0, 10)
}
