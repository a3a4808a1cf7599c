import { expect, it } from 'vitest'
import { wordForms } from './word-forms.ts'

it.each([
  ['visiting', ['visit']],
  ['visits', ['visit']],
  ['visited', ['visit']],
  ['policies', ['policy', 'policie']],
  ['policy', ['policy', 'policie']],
  ['police', ['police']],
  ['survey', ['survey']],
  ['surveys', ['survey']],
  ['carried', ['carry', 'carrie']],
  ['city', ['city', 'citie']],
  ['plan', ['plan']],
  ['bus', ['bus']],
  ['r10', ['r10']],
  ['meetings', ['meet']],
])('the forms of %s begin with %j', (word, forms) => expect(wordForms(word)).toEqual(forms))
