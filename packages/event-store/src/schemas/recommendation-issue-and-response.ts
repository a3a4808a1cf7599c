import { z } from 'zod'
import { clock, decision, derivation, place, publication, timescale } from './recommendation-parts.ts'
import { integer, isoDate, isoDateOrNull, text, textOrNull } from './parts.ts'

/** How a recommendation comes to be, who owns it, what the executive answers, and its dates. */
export const issueAndResponseSchemas = {
  RecommendationIssued: z.strictObject({
    report: text,
    reference: textOrNull,
    localReference: text,
    ordinal: integer.min(1),
    title: text,
    text,
    place: place.nullable(),
    timescale,
    originalCompletionDate: isoDateOrNull,
    derivation,
    publication,
    addressee: textOrNull,
    parent: textOrNull,
  }),
  RecommendationListed: z.strictObject({
    report: text,
    reference: textOrNull,
    localReference: text,
    ordinal: integer.min(1),
    title: text,
    listedIn: place,
    publication,
    addressee: textOrNull,
  }),
  RecommendationWithheld: z.strictObject({ reason: text }),
  ThemeAssigned: z.strictObject({ theme: text }),
  OwnerAssigned: z.strictObject({
    owner: text,
    name: text,
    role: z.enum(['RESPONSIBLE_MEMBER', 'LEAD_OFFICER', 'PARTNER', 'RESPONSIBLE_BODY']),
    asPrinted: textOrNull,
  }),
  OwnerReleased: z.strictObject({ owner: text, reason: text }),
  ResponseRequired: z.strictObject({ receivedOn: isoDate, noticeOn: isoDate, dueOn: isoDate, clock }),
  ResponseGiven: z.strictObject({
    response: z.enum([
      'ACCEPTED',
      'ACCEPTED_WITH_AMENDED_WORDING',
      'ACCEPTED_IN_PART',
      'NOT_ACCEPTED',
      'ACTION_STATEMENT',
      'ADOPTED',
      'ADAPTED',
      'DECLINED',
    ]),
    by: text,
    wording: textOrNull,
    reasons: textOrNull,
  }),
  CompletionDateAgreed: z.strictObject({ date: isoDate, decision }),
  CompletionDateRevisionRequested: z.strictObject({ requestId: text, date: isoDate, reason: text }),
  CompletionDateRevisionApproved: z.strictObject({ requestId: text, date: isoDate, decision }),
  CompletionDateRevisionRefused: z.strictObject({ requestId: text, reason: text, decision }),
}
