import { refuserOf, type RuleBook } from '../rule-book.ts'

/** What any entry must look like, in every aggregate. */
export const formRules = {
  notEmpty: { of: 'form', message: 'this field is empty', remedy: 'Enter a text' },
  tooLong: { of: 'form', message: 'this text is too long', remedy: 'Shorten it, or attach the rest as evidence' },
  wellFormed: {
    of: 'form',
    message: 'this text contains a NUL or an incomplete character',
    remedy: 'Type it again, or paste it as plain text',
  },
  date: { of: 'form', message: 'this is not a real date in the form YYYY-MM-DD', remedy: 'Enter a date such as 2026-06-04' },
  identifier: { of: 'form', message: 'an id can only contain letters, digits and . _ : -', remedy: 'Use the id that the register shows' },
  uuid: { of: 'form', message: 'this is not a UUID', remedy: 'Use a new UUID, or that of the command you are repeating' },
  slug: {
    of: 'form',
    message: 'a slug can only contain lower-case letters, digits and single hyphens',
    remedy: 'Write it like example-borough',
  },
  personId: {
    of: 'form',
    message: 'a person is identified by an opaque id, person-{uuid}, not by a name',
    remedy: 'Register the person first, then use the id',
  },
  base64url: { of: 'form', message: 'a sealed name must be base64url text', remedy: 'Seal the name before it is sent' },
  digest: {
    of: 'form',
    message: 'a document fingerprint must be sha256: followed by 64 lower-case hexadecimal digits',
    remedy: 'Compute the SHA-256 of the document again',
  },
  instant: {
    of: 'form',
    message: 'this is not a time in UTC with milliseconds',
    remedy: 'Give a time such as 2026-06-04T09:30:00.000Z',
  },
  webAddress: { of: 'form', message: 'this is not the address of a web page', remedy: 'Enter an address that begins with https://' },
  decimal: { of: 'form', message: 'this is not a number', remedy: 'Enter a number such as 24 or 21.7' },
  mediaType: { of: 'form', message: 'this is not a media type', remedy: 'Enter a media type such as application/pdf' },
  oneOf: { of: 'form', message: 'this must be one of', remedy: 'Choose one of the values listed' },
  wholeNumber: { of: 'form', message: 'this must be a whole number', remedy: 'Enter a whole number within the bounds' },
  shape: {
    of: 'form',
    message: 'this field has missing or unknown fields',
    remedy: 'Enter exactly the fields that the schema lists',
  },
} as const satisfies RuleBook

export const refuseForm = refuserOf(formRules)
