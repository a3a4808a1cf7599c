import { z } from 'zod'
import { integer, text, textOrNull } from './parts.ts'

export const officeSchemas = {
  OfficeCreated: z.strictObject({
    name: text,
    authority: text,
    kind: z.enum(['EXECUTIVE_MEMBER', 'MEMBER', 'OFFICER', 'PARTNER', 'BODY']),
    portfolio: textOrNull,
  }),
  HolderAppointed: z.strictObject({ holder: text }),
  HolderLeft: z.strictObject({ holder: text }),
  OfficeRenamed: z.strictObject({ name: text, formerName: text }),
  PortfolioChanged: z.strictObject({ portfolio: text }),
  ServiceTransferred: z.strictObject({ service: text, accountableBody: text, deliveringBody: text, to: text }),
}

const sealed = z.strictObject({ algorithm: z.literal('A256GCM'), keyId: text, iv: text, ciphertext: text, tag: text })

export const personSchemas = {
  PersonRegistered: z.strictObject({ name: sealed }),
  PersonRenamed: z.strictObject({ name: sealed }),
  PersonErased: z.strictObject({ reason: text }),
  ErasureRefused: z.strictObject({ reason: text }),
}

export const categoryMeaning = z.enum([
  'ACHIEVED_ON_TIME',
  'ACHIEVED_LATE',
  'PROGRESS_MADE',
  'OBSTACLE',
  'INSUFFICIENT_PROGRESS',
  'IN_PROGRESS',
])

export const policySchemas = {
  PolicyAdopted: z.strictObject({
    version: integer.min(1),
    categories: z.array(z.strictObject({ code: text, label: text, meaning: categoryMeaning })),
    mapping: z.record(z.string(), z.string()),
    clocks: z.strictObject({
      dueSoonDays: integer,
      immediateMonths: integer,
      executiveResponseMonths: integer,
      inspectionActionPlanWorkingDays: integer,
    }),
    hasExecutive: z.boolean(),
    source: text,
  }),
}
