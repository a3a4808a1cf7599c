import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, realpathSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { BAR, confidenceOf, EVIDENCE, EVIDENCE_NAMES, FITTED, type Weights } from '@outstanding/ingest/evidence'
import { examplesOf, labelledDocuments, SHARED, type Labelled } from './fit/labelled.ts'
import { fit, type Example } from './fit/logistic.ts'

/**
 * Fits the weights of the evidence to the labelled documents and prints what it learnt; `--write` puts them into the grammar. The figure
 * to be believed is the one of the cross-validation: each family of given documents is read with weights that were fitted on the others.
 */
const documents = await labelledDocuments()
const examples = documents.flatMap(examplesOf)
const fitted = fit(examples)

console.log(
  `${documents.length} documents, ${examples.length} candidates, ${examples.filter((e) => e.is).length} of them recommendations\n`,
)
console.log(`${'evidence'.padEnd(20)} weight  on recommendations  on others`)
for (const name of EVIDENCE_NAMES) {
  const on = examples.filter((e) => e.evidence.includes(name))
  const is = on.filter((e) => e.is).length
  console.log(
    `${name.padEnd(20)} ${fitted.weights[name].toFixed(2).padStart(6)}  ${String(is).padStart(18)}  ${String(on.length - is).padStart(9)}   ${EVIDENCE[name].says}`,
  )
}
console.log(`${'(bias)'.padEnd(20)} ${fitted.bias.toFixed(2).padStart(6)}`)
console.log(
  `\ncandidates judged rightly: ${rightly(examples, fitted)} of ${examples.length}; with the weights in force: ${rightly(examples, FITTED)}`,
)

const given = documents.filter((d) => d.given)
const scorer = existsSync(SHARED) ? join(realpathSync(SHARED), 'tools/score-reading.mjs') : ''
if (given.length && existsSync(scorer)) {
  const families = [...new Set(given.map((d) => d.family))]
  const without = new Map(families.map((family) => [family, fit(examples.filter((e) => e.family !== family))]))
  console.log(
    `\n## Cross-validation: ${given.length} given documents in ${families.length} families, each read with weights fitted on all others\n`,
  )
  scored(given, (d) => without.get(d.family) as Weights)
} else console.log('\n../shared is not here: no cross-validation')

if (process.argv.includes('--write')) {
  const weights = EVIDENCE_NAMES.map((name) => `  ${name}: ${fitted.weights[name]},`).join('\n')
  writeFileSync(
    fileURLToPath(new URL('../../packages/ingest/src/grammar/evidence/weights.ts', import.meta.url)),
    `import type { Evidence } from './evidence.ts'\n\n/** Fitted by \`npm run fit:reading -- --write\`; do not edit by hand. In natural logarithms of odds. */\nexport const BIAS = ${fitted.bias}\nexport const WEIGHTS: Record<Evidence, number> = {\n${weights}\n}\n`,
  )
}

function rightly(all: Example[], weights: Weights): number {
  return all.filter((e) => confidenceOf(e.evidence, weights) >= BAR === e.is).length
}

function scored(read: Labelled[], weightsFor: (d: Labelled) => Weights): void {
  const work = mkdtempSync(join(tmpdir(), 'fit-reading-'))
  for (const folder of ['got', 'labels']) mkdirSync(join(work, folder))
  for (const d of read) {
    writeFileSync(join(work, 'got', `${d.name}.json`), JSON.stringify(d.fitting.readWith(weightsFor(d))))
    writeFileSync(join(work, 'labels', `${d.name}.json`), JSON.stringify(d.label))
  }
  const result = spawnSync(process.execPath, [scorer, '--expected', join(work, 'labels'), '--got', join(work, 'got')], { encoding: 'utf8' })
  console.log(`${result.stdout ?? ''}${result.stderr ?? ''}${result.error ?? ''}`)
  rmSync(work, { recursive: true })
}
