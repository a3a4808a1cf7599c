import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Theme } from './theme.ts'

export type Stylesheet = { readonly css: string; readonly digest: string }

const require = createRequire(import.meta.url)
const frontend = dirname(require.resolve('govuk-frontend/package.json'))

/** Our own parts, in the order in which they count. */
const parts = [
  'tones-and-page',
  'head-and-foot',
  'tags',
  'banners',
  'counts',
  'list',
  'filters',
  'one-thing',
  'panels',
  'timeline',
  'judgements',
  'verification',
  'changes',
  'narrow',
  'print',
].map((name) => new URL(`styles/${name}.scss`, import.meta.url))

const components = [
  'breadcrumbs',
  'button',
  'error-message',
  'error-summary',
  'fieldset',
  'hint',
  'input',
  'inset-text',
  'label',
  'select',
  'skip-link',
]

/**
 * The theme's stylesheet. Compiling takes seconds, so the result is kept in `cacheDir` under the digest of all that goes
 * into it; a theme that has been compiled before is only read. A cache that cannot be written is done without.
 */
export async function stylesheetFor(theme: Theme, cacheDir: string): Promise<Stylesheet> {
  const [version, source] = [await versions(), await sourceFor(theme)]
  const digest = createHash('sha256').update(`${version}\n${source}`).digest('hex').slice(0, 20)
  const path = join(cacheDir, `outstanding-${digest}.css`)
  const kept = await readFile(path, 'utf8').catch(() => null)
  if (kept !== null) return { css: kept, digest }
  const css = await compile(source)
  await keep(path, css).catch(() => {})
  return { css, digest }
}

/** Of the framework and the compiler: the package names them exactly. */
async function versions(): Promise<string> {
  const { dependencies } = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8')) as {
    dependencies: Record<string, string>
  }
  return `${dependencies['govuk-frontend']} ${dependencies['sass']}`
}

async function sourceFor({ accent, fonts }: Theme): Promise<string> {
  const family = fonts.map((font) => (/^[a-z-]+$/.test(font) ? font : `"${font}"`)).join(', ')
  return [
    '@use "sass:list";',
    `@use "govuk/base" as * with (
      $govuk-font-family: (${family}),
      $govuk-include-default-font-face: false,
      $govuk-page-width: 1180px,
      $govuk-functional-colours: (
        brand: ${accent}, link: ${accent}, link-hover: #0b1f28, link-visited: #5a3a78,
        surface-background: #f1f4f5, surface-border: ${accent}, template-background: #f1f4f5, border: #c3ccd0, secondary-text: #4a565b
      ),
      $govuk-typography-scale: ${typography}
    );`,
    ...['core', 'objects', ...components.map((name) => `components/${name}`), 'utilities'].map((part) => `@use "govuk/${part}";`),
    `$accent: ${accent};`,
    ...(await Promise.all(parts.map((part) => readFile(part, 'utf8')))),
  ].join('\n')
}

/** Smaller steps than GOV.UK's: a register is read in rows. The names of the sizes are the framework's. */
const typography = `(
  80: (null: (font-size: 40px, line-height: 44px), tablet: (font-size: 52px, line-height: 56px), print: (font-size: 36pt, line-height: 1.1)),
  48: (null: (font-size: 28px, line-height: 33px), tablet: (font-size: 36px, line-height: 42px), print: (font-size: 24pt, line-height: 1.15)),
  36: (null: (font-size: 25px, line-height: 30px), tablet: (font-size: 30px, line-height: 36px), print: (font-size: 20pt, line-height: 1.1)),
  27: (null: (font-size: 20px, line-height: 26px), tablet: (font-size: 22px, line-height: 28px), print: (font-size: 15pt, line-height: 1.15)),
  24: (null: (font-size: 19px, line-height: 25px), tablet: (font-size: 20px, line-height: 27px), print: (font-size: 14pt, line-height: 1.15)),
  19: (null: (font-size: 17px, line-height: 25px), print: (font-size: 11pt, line-height: 1.3)),
  16: (null: (font-size: 15px, line-height: 21px), print: (font-size: 10pt, line-height: 1.3))
)`

async function compile(source: string): Promise<string> {
  const { compileStringAsync } = await import('sass')
  const { css } = await compileStringAsync(source, { loadPaths: [join(frontend, 'dist')], style: 'compressed', quietDeps: true })
  return css
}

/** Written beside and renamed: a reader never sees half a file. */
async function keep(path: string, css: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const fresh = `${path}.${randomUUID()}`
  await writeFile(fresh, css)
  await rename(fresh, path)
}
