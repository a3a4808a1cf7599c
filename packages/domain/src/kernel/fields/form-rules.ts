import { refuserOf, type RuleBook } from '../rule-book.ts'

/** What any entry must look like, in every aggregate. */
export const formRules = {
  notEmpty: { of: 'form', message: 'this field is empty', remedy: 'Enter a text' },
  tooLong: { of: 'form', message: 'this text is too long', remedy: 'Shorten it, or attach the rest as evidence' },
  wellFormed: { of: 'form', message: 'this text holds a NUL or half of a character', remedy: 'Type it again, or paste it as plain text' },
  date: { of: 'form', message: 'this is not a day that exists, written YYYY-MM-DD', remedy: 'Enter a date such as 2026-06-04' },
  identifier: { of: 'form', message: 'an id has letters, digits and . _ : - only', remedy: 'Give the id that the register shows' },
  uuid: { of: 'form', message: 'this is not a UUID', remedy: 'Give a new UUID, or the one of the command that you repeat' },
  slug: { of: 'form', message: 'a slug has lower-case letters, digits and single hyphens only', remedy: 'Write it like example-borough' },
  personId: {
    of: 'form',
    message: 'a person is named by an opaque id, person-{uuid}, never by a name',
    remedy: 'Register the person first, and give the id',
  },
  base64url: { of: 'form', message: 'a sealed name is base64url text', remedy: 'Seal the name before it is sent' },
  digest: {
    of: 'form',
    message: 'a document fingerprint is sha256: and 64 lower-case hexadecimal digits',
    remedy: 'Compute the SHA-256 of the document again',
  },
  mediaType: { of: 'form', message: 'a media type has a type and a subtype', remedy: 'Give a media type such as application/pdf' },
  oneOf: { of: 'form', message: 'this must be one of', remedy: 'Choose one of the values listed' },
  wholeNumber: { of: 'form', message: 'this must be a whole number', remedy: 'Enter a whole number within the bounds' },
  shape: {
    of: 'form',
    message: 'this field does not have the parts that it is made of',
    remedy: 'Give exactly the parts that the schema lists',
  },
} as const satisfies RuleBook

export const refuseForm = refuserOf(formRules)
