import type { IsoDate, UtcInstant } from '@outstanding/domain'

const londonOffset = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', timeZoneName: 'longOffset' })

const dayMs = 86_400_000

/** The last millisecond of a day in London. */
export function endOfLondonDay(day: IsoDate): UtcInstant {
  const midnight = Date.parse(`${day}T00:00:00.000Z`) + dayMs
  return new Date(midnight - offsetMs(midnight) - 1).toISOString()
}

/** Its first millisecond. */
export function startOfLondonDay(day: IsoDate): UtcInstant {
  const midnight = Date.parse(`${day}T00:00:00.000Z`)
  return new Date(midnight - offsetMs(midnight)).toISOString()
}

/** How far London is ahead of UTC around an instant. Its clocks change at 01:00 UTC, so midnight in London has the offset of midnight in UTC. */
function offsetMs(instant: number): number {
  const name = londonOffset.formatToParts(instant).find((part) => part.type === 'timeZoneName')?.value ?? 'GMT'
  const hours = /GMT([+-]\d{2}):(\d{2})/.exec(name)
  return hours ? (Number(hours[1]) * 60 + Math.sign(Number(hours[1])) * Number(hours[2])) * 60_000 : 0
}
