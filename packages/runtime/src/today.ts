const londonDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London', year: 'numeric', month: '2-digit', day: '2-digit' })

/** The calendar day in London as `YYYY-MM-DD`. The only clock of the house: everything below is handed a day or an instant. */
export function today(now: Date = new Date()): string {
  return londonDay.format(now)
}
