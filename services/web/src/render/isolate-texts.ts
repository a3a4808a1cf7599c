import { isolated } from '@outstanding/wording'
import nunjucks from 'nunjucks'

/** Attributes that are read by people, aloud or on the screen; of the others nobody sees a direction, and a form sends them back. */
const textAttributes: ReadonlySet<string> = new Set(['aria-label', 'title', 'alt', 'placeholder', 'content'])
/** Where no element can stand, as in attributes. */
const textElements: ReadonlySet<string> = new Set(['title', 'option', 'textarea'])

type Where = 'ELEMENT' | 'TEXT' | 'AS_IT_IS'

/**
 * The filters by which whatever a template prints of texts that people wrote ends its direction with itself: as an element of its own (`<bdi>`), or between
 * the marks U+2068 and U+2069. `withIsolation` puts them in: no template has to think of it, and none can forget it.
 */
export function isolateTexts(environment: nunjucks.Environment): void {
  const escape = environment.getFilter('escape') as (text: string) => nunjucks.runtime.SafeString
  environment.addFilter('isolatedText', (value: unknown) => (typeof value === 'string' ? isolated(value) : value))
  environment.addFilter('isolatedElement', (value: unknown) => {
    if (typeof value !== 'string') return value
    const text = isolated(value)
    return text === value && !text.startsWith('\u2068') ? value : new nunjucks.runtime.SafeString(`<bdi>${escape(text).toString()}</bdi>`)
  })
}

const filters: Readonly<Record<Where, string>> = { ELEMENT: ' | isolatedElement', TEXT: ' | isolatedText', AS_IT_IS: '' }

/** The source of a template in which every print goes through the filter that its place asks for. */
export const withIsolation = (source: string): string =>
  source.replaceAll(
    /\{\{(-?)([\s\S]*?)(-?)\}\}/g,
    (...[, before, printed, after, at]: readonly [string, string, string, string, number]) => {
      const filter = filters[whereIs(htmlOf(source.slice(0, at)))]
      return `{{${before} (${printed.trim()})${filter} ${after}}}`
    },
  )

/** What of a template is HTML, up to a place. */
const htmlOf = (source: string): string => source.replaceAll(/\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}|\{#[\s\S]*?#\}/g, '')

function whereIs(html: string): Where {
  if (html.lastIndexOf('<') > html.lastIndexOf('>')) {
    const attribute = /([\w-]+)="[^"]*$/.exec(html)?.[1] ?? ''
    return textAttributes.has(attribute) ? 'TEXT' : 'AS_IT_IS'
  }
  const opened = /<([a-z]+)[^<>]*>[^<>]*$/.exec(html)?.[1] ?? ''
  return textElements.has(opened) ? 'TEXT' : 'ELEMENT'
}
