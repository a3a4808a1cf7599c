import { expect, it } from 'vitest'
import { foldText } from './fold-text.ts'

/** As it is printed, and as a keyboard types it. */
it.each([
  ['The children\u2019s services', "the children's services"],
  ['The children\u2019s services', 'the childrens services'],
  ['One \u201cfront door\u201d', 'one "front door"'],
  ['One \u00abfront door\u00bb', 'one front door'],
  ['2016\u201317', '2016-17'],
  ['GAO\u201124\u2011105', 'gao-24-105'],
  ['Multi\u2010agency', 'multi-agency'],
  ['5 \u2212 3', '5 - 3'],
  ['safe\u00adguarding', 'safeguarding'],
  ['Foster\u200bcare', 'fostercare'],
  ['Foster\ufeffing', 'fostering'],
  ['\u0141\u00f3d\u017a', 'lodz'],
  ['Troms\u00f8', 'tromso'],
  ['Gro\u00dfe', 'grosse'],
  ['\u00c6thelstan', 'aethelstan'],
  ['\ufb01rst o\ufb03ce', 'first office'],
  ['children\u00b4s', "children's"],
  ['Caf\u00e9 Cafe\u0301', 'cafe cafe'],
  ['two\u00a0words \n in lines', 'two words in lines'],
])('%j is what %j is', (printed, typed) => expect(foldText(printed)).toBe(foldText(typed)))

it.each([
  ['residents', 'resident s'],
  ['2016-17', '201617'],
  ['co-operate', 'cooperate'],
])('%j is not what %j is', (one, other) => expect(foldText(one)).not.toBe(foldText(other)))
