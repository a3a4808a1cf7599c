import type { AssessedContentFragment } from '../queries/queries.ts'

/** How exactly a date of an entry is known: to the day where nothing else is said. */
export const knownTo = (known: AssessedContentFragment['datesKnownTo'], field: string) =>
  known.find((each) => each.field === field)?.precision ?? 'DAY'
