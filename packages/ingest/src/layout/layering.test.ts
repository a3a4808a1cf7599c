import { readFileSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'

const folder = new URL('./', import.meta.url)

test.each(readdirSync(folder).filter((f) => f.endsWith('.ts') && !f.endsWith('.test.ts')))('%s knows no grammar', (file) => {
  expect(readFileSync(new URL(file, folder), 'utf8')).not.toMatch(/from '\.\.\/(?:grammar|grades|details)\//)
})
