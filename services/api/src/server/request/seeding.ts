import type { Refusal } from './unreadable.ts'

/** When an example entry is to be recorded: UTC with milliseconds. Only while the first start fills an empty embedded log. */
export const seedingHeader = 'outstanding-recorded-at'

export const noSeeding: Refusal = {
  status: 403,
  code: 'FORBIDDEN',
  message: 'Outstanding-Recorded-At is accepted only while an administrator fills an empty example register. Send the request without it.',
}

/** Whether a request may say so, or says nothing of it. */
export const maySeed = (seededAt: string | undefined, isAllowed: boolean): boolean =>
  seededAt === undefined || (isAllowed && isPast(seededAt))

const isPast = (instant: string): boolean => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(instant) && Date.parse(instant) <= Date.now()
