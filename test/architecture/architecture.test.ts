import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { registry } from '@outstanding/domain'
import { describe, expect, it } from 'vitest'
import { nounsInGenericCode } from './api-layout.ts'
import { brokenArrows, strayClientImports, testSupportInProduct } from './arrows.ts'
import { importCircles } from './circles.ts'
import { eventsNamedInKernels } from './kernel-names.ts'
import { upwardImports } from './floors.ts'
import { brokenHouseRules, machinePaths, settableClocks, youngReleases } from './house-rules.ts'
import { impureUnitTests } from './pure-unit-tests.ts'
import { impureDomain } from './purity.ts'
import { dependentReadModels } from './read-models-apart.ts'
import { importsOf, sourceFiles } from './source-files.ts'

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
const code = sourceFiles(root, ['.ts', '.mjs'])
const texts = sourceFiles(root, ['.ts', '.mjs', '.json', '.md', '.yaml', '.yml', '.njk', '.graphql', '.scss', 'run'])

const workspace = readFileSync(join(root, 'pnpm-workspace.yaml'), 'utf8')

describe('the architecture', () => {
  it('is read at all: every package and service has files here', () => {
    const homes = new Set(code.filter(({ path }) => path.includes('/src/')).map(({ path }) => path.split('/').slice(0, 2).join('/')))
    expect([...homes]).toEqual(expect.arrayContaining(['packages/domain', 'packages/event-store', 'packages/standalone', 'services/api']))
  })
  it('has arrows in one direction only', () => expect(brokenArrows(code)).toEqual([]))
  it('names the client of the event store in one file', () => expect(strayClientImports(code)).toEqual([]))
  it('keeps what is for tests out of the product', () => expect(testSupportInProduct(code)).toEqual([]))
  it('imports nothing from a floor above', () => expect(upwardImports(code)).toEqual([]))
  it('has an API whose generic code names no noun', () => expect(nounsInGenericCode(code)).toEqual([]))
  it('has kernels that name no event of an aggregate', () => expect(eventsNamedInKernels(code, registry.factTypes)).toEqual([]))
  it('has no circle of imports', () => expect(importCircles(code)).toEqual([]))
  it('has read models that do not depend on each other', () => expect(dependentReadModels(code)).toEqual([]))
  it('has a domain without clock, randomness or waiting', () => expect(impureDomain(code)).toEqual([]))
  it('has unit tests that start nothing', () => expect(impureUnitTests(code)).toEqual([]))
  it('keeps the rules of the house', () => expect(brokenHouseRules(code)).toEqual([]))
  it('measures time by a clock that nobody can set', () => expect(settableClocks(code)).toEqual([]))
  it('installs no release younger than a week', () => expect(youngReleases(workspace)).toEqual([]))
  it('names no path of a machine', () => expect(machinePaths(texts)).toEqual([]))
})

describe('the gates of the architecture, given a planted violation', () => {
  const file = (path: string, text: string) => [{ path, text }]

  it.each([
    ['packages/domain/src/x.ts', `import { readFileSync } from 'node:fs'`],
    ['packages/domain/src/x.ts', `import type { Kysely } from 'kysely'`],
    ['packages/read-models/src/x.ts', `import { append } from '@outstanding/event-store'`],
    ['packages/event-store/src/x.ts', `export * from '@outstanding/read-models'`],
    ['packages/projection/src/x.ts', `import { offices } from '@outstanding/read-models'`],
    ['services/web/src/x.ts', `import {\n  decide,\n} from '@outstanding/domain'`],
    ['services/projector/src/x.ts', `const api = await import('@outstanding/api')`],
    ['services/api/src/deep/x.ts', `import { x } from '../../../../packages/domain/src/x.ts'`],
    ['packages/new/src/x.ts', `import pg from 'pg'`],
    ['packages/wording/src/x.ts', `import { decide } from '@outstanding/domain'`],
  ])('%s with %s is found', (path, text) => {
    expect(brokenArrows(file(path, text))).toHaveLength(1)
  })

  it('what is allowed, or only mentioned, is not found', () => {
    expect(brokenArrows(file('services/api/src/x.ts', `import { decide } from '@outstanding/domain'\nimport { a } from './a.ts'`))).toEqual(
      [],
    )
    expect(brokenArrows(file('packages/domain/src/x.ts', `// import { x } from 'pg'\n/* import 'pg' */\nconst from = 'pg'`))).toEqual([])
    expect(brokenArrows(file('packages/domain/src/x.test.ts', `import { it } from 'vitest'`))).toEqual([])
    expect(importsOf(`import a, { type B } from 'c'\nimport 'd'\nexport type { E } from "f"`)).toEqual(['c', 'd', 'f'])
  })

  it('a second file with the client, or another package with it, is found', () => {
    const client = `import { EventStoreDBClient } from '@eventstore/db-client'`
    const at = (path: string) => ({ path, text: client })
    expect(strayClientImports([at('packages/event-store/src/a.ts')])).toEqual([])
    expect(strayClientImports([at('packages/event-store/src/a.ts'), at('packages/event-store/src/b.ts')])).toHaveLength(1)
    expect(strayClientImports([at('services/api/src/a.ts')])).toHaveLength(1)
    expect(strayClientImports([at('packages/event-node/src/a.ts')])).toHaveLength(1)
  })

  it('what is for tests is found in the product, and not in a test', () => {
    const imports = `import { arbitraryFact } from '@outstanding/domain/testing'`
    expect(testSupportInProduct(file('packages/read-models/src/a.ts', imports))).toHaveLength(1)
    expect(testSupportInProduct(file('packages/domain/src/a.ts', `import { on } from '../testing/scenario.ts'`))).toHaveLength(1)
    expect(testSupportInProduct(file('packages/read-models/src/a.test.ts', imports))).toEqual([])
  })

  it('a noun in the generic code of the API is found, in a test and through a type too; a noun may use anything', () => {
    const asks = `import type { ReportNode } from '../../report/type.ts'`
    expect(nounsInGenericCode(file('services/api/src/audit/history/x.ts', asks))).toHaveLength(1)
    expect(nounsInGenericCode(file('services/api/src/as-of/x.ts', `import { y } from '@outstanding/read-models/offices'`))).toHaveLength(1)
    expect(nounsInGenericCode(file('services/api/src/commands/x.test.ts', `import { y } from '../indicator/y.ts'`))).toHaveLength(1)
    expect(
      nounsInGenericCode(file('services/api/src/commands/x.ts', `import { y } from '../as-of/y.ts'\nimport { z } from './z.ts'`)),
    ).toEqual([])
    expect(
      nounsInGenericCode(file('services/api/src/office/x.ts', `import { y } from '../commands/y.ts'\nimport { z } from '../policy/z.ts'`)),
    ).toEqual([])
    expect(nounsInGenericCode(file('services/api/src/schema.ts', `import './office/mutations.ts'`))).toEqual([])
  })

  it('a read model that needs another, or the database, is found, through a third file too', () => {
    const project = (text: string) => ({ path: 'packages/read-models/src/visits/project.ts', text })
    const rows = (text: string) => ({ path: 'packages/read-models/src/visits/rows.ts', text })
    expect(dependentReadModels([project(`import { officeTable } from '../offices/tables.ts'`)])).toHaveLength(1)
    expect(dependentReadModels([project(`import { a } from './rows.ts'`), rows(`import { b } from '../offices/b.ts'`)])).toHaveLength(1)
    expect(dependentReadModels([project(`import { a } from './rows.ts'`), rows(`import { sql } from 'kysely'`)])).toHaveLength(1)
    expect(dependentReadModels([project(`import { a } from './rows.ts'`), rows(`import { c } from '../fold-text.ts'`)])).toEqual([])
  })

  it('an event that a kernel names is found, a word of a comment and an event of its own are not', () => {
    const named = (path: string, type: string) =>
      eventsNamedInKernels(file(path, `// OwnerAssigned\nif (type === '${type}') return`), registry.factTypes)
    expect(named('packages/projection/src/timeline/x.ts', 'EntryCorrected')).toHaveLength(1)
    expect(named('packages/domain/src/kernel/history/x.ts', 'OwnerAssigned')).toHaveLength(1)
    expect(named('packages/domain/src/kernel/history/x.ts', 'EntryCorrected')).toEqual([])
    expect(named('packages/domain/src/recommendation/x.ts', 'OwnerAssigned')).toEqual([])
  })

  it('circles are found: of two files, through a third, of a file with itself and between packages; types count', () => {
    const one = (path: string, text: string) => ({ path, text })
    const through = [
      one('packages/x/src/a.ts', `import { b } from './b/b.ts'`),
      one('packages/x/src/b/b.ts', `import type { C } from '../c.ts'`),
      one('packages/x/src/c.ts', `export type { A } from './a.ts'`),
      one('packages/x/src/d.ts', `import { a } from './a.ts'`),
    ]
    expect(importCircles(through)).toEqual([['packages/x/src/a.ts', 'packages/x/src/b/b.ts', 'packages/x/src/c.ts']])
    expect(importCircles(through.slice(0, 2))).toEqual([])
    expect(importCircles(file('packages/x/src/a.ts', `import { a } from './a.ts'`))).toEqual([['packages/x/src/a.ts']])
    const between = [
      one('packages/x/src/index.ts', `export { y } from '@outstanding/y'`),
      one('packages/y/src/index.ts', `export { x } from './x.ts'`),
      one('packages/y/src/x.ts', `import { x } from '@outstanding/x'`),
    ]
    expect(importCircles(between)).toHaveLength(1)
  })

  it.each([
    ['packages/projection/src/bitemporal/x.ts', `import type { Snapshot } from '../snapshot/snapshot.ts'`],
    ['packages/projection/src/timeline/x.ts', `import { loadInBulk } from '../building/load-in-bulk.ts'`],
    ['packages/projection/src/read-model/x.ts', `export { openReadModels } from '../index.ts'`],
    ['packages/read-models/src/offices/x.ts', `import { allReadModels } from '../all-read-models.ts'`],
    ['packages/read-models/src/fold-text.ts', `import { reportTable } from './reports/tables.ts'`],
    ['packages/read-models/src/lending.ts', `export const loans = 1`],
    ['packages/projection/src/lending/x.ts', `export const loans = 1`],
  ])('%s with %s stands below what it imports, or on no floor', (path, text) => {
    expect(upwardImports(file(path, text))).toHaveLength(1)
  })

  it('folders of nouns that need each other are found; one needs no floor, and may import another', () => {
    const people = { path: 'packages/read-models/src/people/x.ts', text: `import { a } from '../offices/a.ts'` }
    const offices = { path: 'packages/read-models/src/offices/y.ts', text: `const loans = await import('../loans/a.ts')` }
    const loans = { path: 'packages/read-models/src/loans/z.ts', text: `import type { A } from '../people/other.ts'` }
    expect(upwardImports([people, offices])).toEqual([])
    expect(upwardImports([people, offices, loans])).toHaveLength(1)
  })

  it('what stands on the same floor or below is not found, nor a test', () => {
    const below = `import { rowsIn } from '../snapshot/rows-in.ts'\nimport { timelineTable } from './table.ts'\nimport type { A } from '@outstanding/domain'`
    expect(upwardImports(file('packages/projection/src/timeline/x.ts', below))).toEqual([])
    expect(upwardImports(file('packages/read-models/src/offices/x.test.ts', `import { a } from '../all-read-models.ts'`))).toEqual([])
  })

  it.each([
    'const today = new Date()',
    'const now = Date.now()',
    'const id = crypto.randomUUID()',
    'const dice = Math.random()',
    'export const decide = async () => 1',
    'setTimeout(work, 10)',
    "const x = process.env['X']",
  ])('%s in the domain is found', (text) => {
    expect(impureDomain(file('packages/domain/src/x.ts', text))).toHaveLength(1)
    expect(impureDomain(file('packages/domain/src/x.test.ts', text))).toEqual([])
    expect(impureDomain(file('packages/domain/src/x.ts', `// ${text}\nconst words = "${text.replaceAll('"', '')}"`))).toEqual([])
  })

  it('a workspace that installs young releases is found', () => {
    expect(youngReleases('packages:\n  - x\n')).toHaveLength(1)
    expect(youngReleases('minimumReleaseAge: 0\n')).toHaveLength(1)
    expect(youngReleases('minimumReleaseAge: 10080\nminimumReleaseAgeExclude:\n  - x\n')).toHaveLength(1)
    expect(youngReleases('minimumReleaseAge: 10080\n')).toEqual([])
  })

  it('a unit test that starts something is found, a component test is not', () => {
    expect(impureUnitTests(file('packages/x/src/a.test.ts', `import { spawn } from 'node:child_process'`))).toHaveLength(1)
    expect(impureUnitTests(file('packages/x/src/a.test.ts', `import { db } from '../../../test/support/database.ts'`))).toHaveLength(1)
    expect(impureUnitTests(file('packages/x/src/a.component.test.ts', `import pg from 'pg'`))).toEqual([])
  })

  it('drawers, barrels, default exports, shouting names, settable clocks and machine paths are found', () => {
    expect(brokenHouseRules(file('packages/x/src/utils/y.ts', ''))).toHaveLength(1)
    expect(brokenHouseRules(file('packages/x/src/a/index.ts', ''))).toHaveLength(1)
    expect(brokenHouseRules(file('packages/x/src/a.ts', 'export default 1'))).toHaveLength(1)
    expect(brokenHouseRules(file('packages/x/src/ReadModel.ts', ''))).toHaveLength(1)
    expect(settableClocks(file('packages/x/src/a.ts', 'const end = Date.now() + 5_000'))).toHaveLength(1)
    expect(settableClocks(file('packages/x/src/a.test.ts', 'const end = Date.now() + 5_000'))).toEqual([])
    expect(machinePaths(file('README.md', `see ${['', 'home', 'me', 'notes'].join('/')}`))).toHaveLength(1)
  })
})
