import { isTest, type SourceFile } from './source-files.ts'

const VAGUE = /(^|\/)(utils?|common|shared|helpers?|core|lib)(\/|\.ts$)/
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.(property|test|component\.test|property\.test|config|mutation\.config|d))?\.(ts|mjs)$/
const LONGEST = 300

/** Sentences about names and sizes that the house does not want. */
export function brokenHouseRules(files: readonly SourceFile[]): readonly string[] {
  return files
    .filter(({ path }) => /\.(ts|mjs)$/.test(path))
    .flatMap(({ path, text }) => [
      ...(VAGUE.test(path) ? [`${path}: a name from the domain, not a drawer`] : []),
      ...(KEBAB.test(path.split('/').at(-1) ?? '') ? [] : [`${path}: file names are kebab-case`]),
      ...(/^(packages|services)\/[^/]+\/src\/.+\/index\.ts$/.test(path) ? [`${path}: one index.ts a package, and none inside`] : []),
      ...(/^export default\b/m.test(text) && /^(packages|services)\/[^/]+\/src\//.test(path) ? [`${path}: named exports only`] : []),
      ...(!isTest(path) && /^(packages|services)\//.test(path) && lines(text) > LONGEST ? [`${path}: ${lines(text)} lines; split it`] : []),
    ])
}

/** Sentences about paths of somebody's machine, which mean nothing on another. */
export function machinePaths(files: readonly SourceFile[]): readonly string[] {
  const path = /(?<![\w.~*)\]}-])\/(?:work|tmp|home|root|Users)\/[\w.-]+/g
  return files.flatMap((file) => [...file.text.matchAll(path)].map((match) => `${file.path}: ${match[0]}`))
}

const lines = (text: string) => text.split('\n').length
