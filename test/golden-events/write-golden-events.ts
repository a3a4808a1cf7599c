import { readdirSync, writeFileSync } from 'node:fs'
import { registry } from '@outstanding/domain'
import { filesToMake } from './golden-files.ts'

const folder = new URL('.', import.meta.url)
const made = filesToMake(registry, readdirSync(folder))
for (const [name, golden] of made) writeFileSync(new URL(name, folder), `${JSON.stringify(golden, null, 2)}\n`)
process.stdout.write(made.size === 0 ? 'Every event has its golden file.\n' : `Made: ${[...made.keys()].join(', ')}\n`)
