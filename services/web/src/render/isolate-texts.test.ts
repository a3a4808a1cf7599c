import nunjucks from 'nunjucks'
import { expect, test } from 'vitest'
import { isolateTexts, withIsolation } from './isolate-texts.ts'

const environment = new nunjucks.Environment(null, { autoescape: true })
isolateTexts(environment)
const render = (template: string, x: unknown): string => environment.renderString(withIsolation(template), { x })
const [override, end, isolate, endIsolate] = ['\u202E', '\u202C', '\u2068', '\u2069']
const marked = `<${override}b`

test.each([
  ['<p>{{ x }} (3)</p>', `<p><bdi>${isolate}&lt;${override}b${end}${endIsolate}</bdi> (3)</p>`],
  ['<title>{{ "E: " if x }}{{ x }} – us</title>', `<title>E: ${isolate}&lt;${override}b${end}${endIsolate} – us</title>`],
  ['<option value="{{ x }}">{{ x }}</option>', `<option value="&lt;${override}b">${isolate}&lt;${override}b${end}${endIsolate}</option>`],
  ['<pre aria-label="Of {{ x }}">1</pre>', `<pre aria-label="Of ${isolate}&lt;${override}b${end}${endIsolate}">1</pre>`],
  [
    '{% macro m(y) %}<b>{{ y }}</b>{% endmacro %}{% if 1 > 0 %}{{ m(x) }}{% endif %}',
    `<b><bdi>${isolate}&lt;${override}b${end}${endIsolate}</bdi></b>`,
  ],
])('a text that people wrote ends its direction with itself: %s', (template, expected) => expect(render(template, marked)).toBe(expected))

test.each(['plain & simple', 3, null, undefined, ''])('%j is printed as ever', (value) => {
  expect(render('<p>{{ x }}</p>', value)).toBe(
    new nunjucks.Environment(null, { autoescape: true }).renderString('<p>{{ x }}</p>', { x: value }),
  )
})

test('marks that end nothing cannot end what is around them', () =>
  expect(render('<p>{{ x }}</p>', `a${endIsolate}${end}b`)).toBe(`<p><bdi>${isolate}ab${endIsolate}</bdi></p>`))
