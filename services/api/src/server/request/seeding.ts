import type { Refusal } from './unreadable.ts'

/** When an example entry is to be recorded: UTC with milliseconds. Only while the first start fills an empty embedded log. */
export const seedingHeader = 'outstanding-recorded-at'

export const noSeeding: Refusal = {
  status: 403,
  code: 'FORBIDDEN',
  message: 'Outstanding-Recorded-At is accepted only while an administrator fills an empty example register. Send the request without it.',
}

/** Whether a request may say so, or says nothing of it. That the time is past, and no earlier than the one before, the event node sees to. */
export const maySeed = (seededAt: string | undefined, isAllowed: boolean): boolean =>
  seededAt === undefined || (isAllowed && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(seededAt))
