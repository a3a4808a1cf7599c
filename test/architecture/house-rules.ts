import { isTest, type SourceFile } from './source-files.ts'

const VAGUE = /(^|\/)(utils?|common|shared|helpers?|core|lib)(\/|\.ts$)/
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.(property|test|component\.test|property\.test|config|mutation\.config|d))?\.(ts|mjs)$/

/** Sentences about names and exports that the house does not want. */
export function brokenHouseRules(files: readonly SourceFile[]): readonly string[] {
  return files
    .filter(({ path }) => /\.(ts|mjs)$/.test(path))
    .flatMap(({ path, text }) => [
      ...(VAGUE.test(path) ? [`${path}: a name from the domain, not a drawer`] : []),
      ...(KEBAB.test(path.split('/').at(-1) ?? '') ? [] : [`${path}: file names are kebab-case`]),
      ...(/^(packages|services)\/[^/]+\/src\/.+\/index\.ts$/.test(path) ? [`${path}: one index.ts a package, and none inside`] : []),
      ...(/^export default\b/m.test(text) && /^(packages|services)\/[^/]+\/src\//.test(path) ? [`${path}: named exports only`] : []),
    ])
}

/** Where the time of day itself is meant: it is recorded, or compared with one that was. */
const TIME_OF_DAY = [
  'packages/event-node/src/append/decide-write.ts',
  'packages/event-node/src/calls/gossip.ts',
  'packages/event-node/src/read/visible-events.ts',
  'packages/event-node/src/wire/append-request.ts',
  'services/projector/src/transparency/time-since.ts',
]

/** Sentences about waits and durations that go by a clock which somebody may set meanwhile. */
export function settableClocks(files: readonly SourceFile[]): readonly string[] {
  return files
    .filter(({ path }) => /^(packages|services)\//.test(path) && !isTest(path) && !TIME_OF_DAY.includes(path))
    .filter(({ text }) => /\bDate\.now\b/.test(text))
    .map(({ path }) => `${path}: what measures time asks performance.now()`)
}

/** A week, in minutes: a release that was taken over is mostly found and withdrawn within it. */
const minReleaseAge = 10_080

/** Sentences about a workspace that installs releases younger than a week. `text` is that of `pnpm-workspace.yaml`. */
export function youngReleases(text: string): readonly string[] {
  const age = /^minimumReleaseAge:\s*(\d+)\s*$/m.exec(text)?.[1]
  if (age === undefined) return ['pnpm-workspace.yaml: set minimumReleaseAge']
  const excluded = /^minimumReleaseAgeExclude:/m.test(text) ? ['pnpm-workspace.yaml: leave out minimumReleaseAgeExclude'] : []
  return Number(age) < minReleaseAge
    ? [`pnpm-workspace.yaml: minimumReleaseAge is ${age}; at least ${minReleaseAge}`, ...excluded]
    : excluded
}

/** Sentences about paths of somebody's machine, which mean nothing on another. */
export function machinePaths(files: readonly SourceFile[]): readonly string[] {
  const path = /(?<![\w.~*)\]}-])\/(?:work|tmp|home|root|Users)\/[\w.-]+/g
  return files.flatMap((file) => [...file.text.matchAll(path)].map((match) => `${file.path}: ${match[0]}`))
}
