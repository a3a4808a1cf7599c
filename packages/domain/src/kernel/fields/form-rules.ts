import { refuserOf, type RuleBook } from '../rule-book.ts'

/** What any entry must look like, in every aggregate. */
export const formRules = {
  notEmpty: { of: 'form', words: 'a text that is asked for is not empty' },
  tooLong: { of: 'form', words: 'a text keeps within its length' },
  wellFormed: { of: 'form', words: 'a text holds whole characters only, and no NUL' },
  date: { of: 'form', words: 'a date is a day that exists, written YYYY-MM-DD' },
  identifier: { of: 'form', words: 'an id is letters, digits and . _ : - only' },
  uuid: { of: 'form', words: 'an id of a command is a UUID' },
  slug: { of: 'form', words: 'a slug is lower-case letters, digits and hyphens, for example example-borough' },
  personId: { of: 'form', words: 'a person is named by an opaque id, person-{uuid}, never by a name' },
  base64url: { of: 'form', words: 'a sealed name is base64url text, never the name itself' },
  digest: { of: 'form', words: 'a digest is sha256: and 64 hexadecimal digits' },
  mediaType: { of: 'form', words: 'a media type has a type and a subtype' },
  oneOf: { of: 'form', words: 'a choice is one of those offered' },
  wholeNumber: { of: 'form', words: 'a number is a whole number within its bounds' },
  shape: { of: 'form', words: 'a field has the parts that it is made of, and no others' },
} as const satisfies RuleBook

export const refuseForm = refuserOf(formRules)
