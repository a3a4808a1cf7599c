import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { stylesheetFor } from './stylesheet.ts'
import { contrastWithWhite, defaultTheme, readTheme } from './theme.ts'

describe('a theme file', () => {
  test('changes what it names and keeps the rest', () => {
    const read = readTheme('{"organisation":"Example Borough Council","accent":"#5b2a4e"}')
    expect(read).toEqual({ ok: true, theme: { ...defaultTheme, organisation: 'Example Borough Council', accent: '#5b2a4e' } })
  })

  test.each([
    ['not JSON', 'not JSON'],
    ['[]', 'an object'],
    ['{"colour":"#000000"}', 'colour'],
    ['{"organisation":""}', 'organisation'],
    ['{"accent":"red"}', 'accent'],
    ['{"accent":"#ffdd00"}', 'too light'],
    ['{"fonts":["GDS Transport"]}', 'GDS Transport'],
    ['{"fonts":["a;}body{display:none"]}', 'fonts'],
    ['{"logoSvg":"<svg onload=alert(1)></svg>"}', 'logoSvg'],
    ['{"logoSvg":"<svg><script>1</script></svg>"}', 'logoSvg'],
    ['{"footerLinks":[{"text":"x","href":"javascript:alert(1)"}]}', 'links'],
  ])('%s is refused, naming %s', (json, named) => {
    const read = readTheme(json)
    expect(read.ok ? '' : read.problem).toContain(named)
  })

  test('contrast by WCAG', () => {
    expect(contrastWithWhite('#000000')).toBeCloseTo(21, 5)
    expect(contrastWithWhite('#ffffff')).toBeCloseTo(1, 5)
    expect(contrastWithWhite(defaultTheme.accent)).toBeGreaterThan(7)
  })
})

describe('the stylesheet', () => {
  let cacheDir: string
  beforeAll(async () => {
    cacheDir = await mkdtemp(join(tmpdir(), 'stylesheet-'))
  })
  afterAll(() => rm(cacheDir, { recursive: true, force: true }))

  test('is compiled with the theme’s colour and fonts, and holds nothing of GOV.UK’s brand', { timeout: 120_000 }, async () => {
    const { css, digest } = await stylesheetFor({ ...defaultTheme, accent: '#5b2a4e' }, cacheDir)
    expect(css).toContain('#5b2a4e')
    expect(css).toContain('Liberation Sans')
    expect(css).not.toMatch(/GDS Transport/i)
    expect(css).not.toMatch(/crown|@font-face|#1d70b8/i)
    expect(await readdir(cacheDir)).toEqual([`outstanding-${digest}.css`])
  })

  test('is read from the cache the next time, and another theme has another', async () => {
    const theme = { ...defaultTheme, accent: '#5b2a4e' }
    const [first] = await readdir(cacheDir)
    await writeFile(join(cacheDir, String(first)), '/* kept */')
    expect((await stylesheetFor(theme, cacheDir)).css).toBe('/* kept */')
  })

  test('a cache that cannot be written is done without', { timeout: 120_000 }, async () => {
    const file = join(cacheDir, 'a-file')
    await writeFile(file, '')
    expect((await stylesheetFor(defaultTheme, join(file, 'below'))).css).toContain('.o-list')
  })
})
