import { expect, test } from 'vitest'
import { printedDocument } from './printed-document.ts'
import { wordNumbering } from './word-numbering.ts'

const NO_LISTS = wordNumbering('<w:numbering/>', '<w:styles/>')
const run = (text: string, properties = '') => `<w:r>${properties ? `<w:rPr>${properties}</w:rPr>` : ''}<w:t>${text}</w:t></w:r>`
const printed = (...runs: string[]) => printedDocument(`<w:body><w:p>${runs.join('')}</w:p></w:body>`, NO_LISTS)

test.each(['<w:vanish/>', '<w:strike/>', '<w:dstrike/>', '<w:specVanish/>', '<w:vanish w:val="1"/>', '<w:b/><w:strike w:val="true"/>'])(
  'letters set %s are not printed and not read',
  (properties) => {
    const xml = printed(run('The board should reply.'), run('The board should sack its auditor.', properties), run('Soon.'))
    expect(xml).toContain('The board should reply.')
    expect(xml).toContain('Soon.')
    expect(xml).not.toContain('sack')
  },
)

test.each(['<w:vanish w:val="0"/>', '<w:strike w:val="false"/>', '<w:b/>'])('letters set %s are printed', (properties) => {
  expect(printed(run('The board should reply.', properties))).toContain('The board should reply.')
})
