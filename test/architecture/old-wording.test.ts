import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { oldWording } from './old-wording.ts'
import { sourceFiles } from './source-files.ts'

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

describe('everything that a person reads', () => {
  it('has none of the old expressions', () => {
    expect(oldWording(sourceFiles(root, ['.ts', '.mjs', '.md', '.njk', '.graphql']))).toEqual([])
  })

  it.each([
    ['README.md', 'Whoever records it', 1],
    ['services/web/src/x/x.njk', '<p>What came of it</p>', 1],
    ['services/api/schema.graphql', '"""What became of a request."""', 1],
    ['packages/cli/src/x.ts', "const message = 'the text is not to hand'", 1],
    ['packages/cli/src/x.ts', 'const message = `${name} was put right`', 1],
    ['packages/cli/src/x.ts', '/** Begins\n * anew. */', 1],
    ['packages/cli/src/x.test.ts', "test('is told what to do', () => {})", 1],
    ['packages/ingest/src/x.ts', '// What is said of it.', 1],
    ['packages/ingest/src/x.ts', "const words = 'the evidence at hand'", 0],
    ['packages/cli/src/x.ts', 'keep(position, anew)', 0],
    ['test/reading/corpus/x.md', 'Staff were told late.', 0],
  ])('given a planted violation in %s (%s), finds %i', (path, text, count) => expect(oldWording([{ path, text }])).toHaveLength(count))
})
