import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { become, runQuietly } from './command.mjs'
import { compiledOnce, node, root } from './layout.mjs'

const results = join(root, 'node_modules', '.cache', 'outstanding', 'vitest.json')
const modules = (...path) => join(root, 'node_modules', ...path)
const vitest = modules('vitest', 'vitest.mjs')

/** The gates that need no process of ours: each prints nothing when it is content. */
const STATIC = [
  ['types', modules('typescript', 'bin', 'tsc'), '-p', 'tsconfig.json', '--noEmit'],
  ['lint', modules('oxlint', 'bin', 'oxlint'), '--deny-warnings', '--type-aware', '.'],
  ['format', modules('oxfmt', 'bin', 'oxfmt'), '--check', '.'],
  ['unused code', modules('knip', 'bin', 'knip.js'), '--no-progress'],
]

const PASSED_ON = {
  start: ['packages/cli/src/main.ts', 'start'],
  'test:contract': [vitest, 'run', '--project', 'contract'],
  bench: ['test/load/main.ts'],
  'bench:peers': ['test/load/peers.ts'],
  'bench:reading': ['test/reading/bench.ts'],
  'fit:reading': ['test/reading/fit.ts'],
  mutation: [modules('@stryker-mutator', 'core', 'bin', 'stryker.js'), 'run', 'packages/domain/stryker.config.json'],
}

/** Tasks that write files of the project, each by several programs in order. */
const GENERATED = {
  // The schema of the API, and then the queries of the pages, which are checked against it.
  schema: ['services/api/src/print-schema.ts', 'services/web/src/queries/write-queries.ts', 'services/web/src/pages/write-page-list.ts'],
  golden: ['test/golden-events/write-golden-events.ts', 'test/golden-rows/write-golden-rows.ts'],
}

const TESTED = {
  check: ['--project', 'unit', '--project', 'architecture'],
  test: [],
  'test:long': [],
}

/** Runs one task of the root package.json under the clone's own Node; resolves to the exit code. */
export async function runTask(name, args) {
  if (PASSED_ON[name]) return become(node, [...PASSED_ON[name], ...args], inClone(name === 'start' ? compiledOnce : {}))
  if (TESTED[name]) return check(name, args)
  if (GENERATED[name]) return generate(GENERATED[name])
  process.stderr.write(
    `outstanding: there is no task "${name}"; there are ${[...Object.keys(PASSED_ON), ...Object.keys(TESTED), ...Object.keys(GENERATED)].join(', ')}\n`,
  )
  return 2
}

async function generate(files) {
  for (const file of files) {
    const code = await become(node, [file], inClone())
    if (code !== 0) return code
  }
  return 0
}

async function check(name, args) {
  const count = { passed: 0, failed: 0 }
  for (const [gate, ...command] of STATIC) await runGate(gate, command, count)
  await runTests(TESTED[name], args, name === 'test:long', count)
  process.stdout.write(`\n${count.passed} passed, ${count.failed} failed\n`)
  return count.failed === 0 ? 0 : 1
}

async function runGate(gate, command, count) {
  const started = Date.now()
  const { code, output } = await runQuietly(node, command, inClone())
  const seconds = `${((Date.now() - started) / 1000).toFixed(1)} s`
  if (code === 0) count.passed += 1
  else count.failed += 1
  process.stdout.write(code === 0 ? `ok      ${gate} (${seconds})\n` : `FAILED  ${gate} (${seconds})\n${output.trimEnd()}\n`)
}

async function runTests(projects, args, long, count) {
  rmSync(results, { force: true })
  mkdirSync(dirname(results), { recursive: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`]
  const code = await become(node, [vitest, 'run', ...projects, ...reporters, ...args], inClone(long ? { OUTSTANDING_LONG: '1' } : {}))
  const totals = readResults()
  count.passed += totals.passed
  // A file that cannot even be read, or an error outside any test, fails the run without failing a test.
  count.failed += totals.failed === 0 && code !== 0 ? 1 : totals.failed
}

function readResults() {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(results, 'utf8'))
    return { passed: numPassedTests, failed: numFailedTests }
  } catch {
    return { passed: 0, failed: 0 }
  }
}

function inClone(extra = {}) {
  const separator = process.platform === 'win32' ? ';' : ':'
  const path = [dirname(node), modules('.bin'), process.env.PATH].join(separator)
  return { cwd: root, env: { ...process.env, ...extra, PATH: path } }
}
