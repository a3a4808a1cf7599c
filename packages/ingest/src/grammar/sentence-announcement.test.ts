import { expect, test } from 'vitest'
import type { Block } from '../document/block.ts'
import { sentenceAnnouncement } from './sentence-announcement.ts'

const at = { page: null, paragraph: 1 }
const paragraph = (text: string): Block => ({ kind: 'paragraph', text, bold: false, indent: 0, at })
const bullet = (text: string): Block => ({ kind: 'item', marker: { family: 'bullet', printed: '•', ordinal: null }, depth: 0, text, at })
const number = (ordinal: number, text: string): Block => ({
  kind: 'item',
  marker: { family: 'number', printed: `${ordinal}.`, ordinal },
  depth: 0,
  text,
  at,
})

test('a sentence that recommends opens the list below it and names who is asked', () => {
  const opened = sentenceAnnouncement(
    [paragraph('We recommend that the clinic:'), bullet('Refund the fees.'), bullet('Train staff.')],
    0,
    false,
  )
  expect(opened?.owner).toBe('the clinic')
})

test('who should do what opens instructions in a report, and not in a document of rules', () => {
  const blocks = [paragraph('The school should:'), bullet('Raise attendance.'), bullet('Check the plans.')]
  expect(sentenceAnnouncement(blocks, 0, false)).not.toBeNull()
  expect(sentenceAnnouncement(blocks, 0, true)).toBeNull()
})

test('what a rule says of the past opens nothing', () => {
  const told = paragraph('The operator was required to ensure that its pilots met the following requirements:')
  expect(sentenceAnnouncement([told, bullet('Hold a licence.')], 0, false)).toBeNull()
})

test('a member of a series that counts on is no opening, whether it is in the middle or the last', () => {
  const first = number(1, 'We call upon the council to keep records by:')
  const last = number(2, 'We call upon the archive to open its holdings by:')
  expect(sentenceAnnouncement([first, bullet('Naming a clerk.'), last, bullet('Scanning the files.')], 0, false)).toBeNull()
  expect(sentenceAnnouncement([first, bullet('Naming a clerk.'), last, bullet('Scanning the files.')], 2, false)).toBeNull()
})
