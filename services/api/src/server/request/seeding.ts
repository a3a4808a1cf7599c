import type { Refusal } from './unreadable.ts'

/** When an example entry is to be recorded: UTC with milliseconds. Only while the first start fills an empty embedded log. */
export const seedingHeader = 'outstanding-recorded-at'

export const noSeeding: Refusal = {
  status: 403,
  code: 'FORBIDDEN',
  message: 'Outstanding-Recorded-At is accepted only while an administrator fills an empty example register. Send the request without it.',
}

/** True without the header, or where it is allowed and holds an instant. The event node checks that the time is past and in order. */
export const maySeed = (seededAt: string | undefined, isAllowed: boolean): boolean =>
  seededAt === undefined || (isAllowed && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(seededAt))
