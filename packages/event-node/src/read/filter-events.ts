import type { Filter } from '../wire/read-query.ts'
import type { Frame } from '../wire/recorded-event.ts'
import { frameSubject } from '../wire/recorded-event.ts'

export type FrameFilter = (frame: Frame) => boolean

/** A regular expression wins over prefixes; undefined where the expression is none. */
export function compileFilter({ on, regex, prefixes }: Filter): FrameFilter | undefined {
  const matches = regex === '' ? (text: string) => prefixes.some((prefix) => text.startsWith(prefix)) : compileRegex(regex)
  return matches && ((frame) => matches(frameSubject(frame)[on]))
}

/** The real server's expressions are those of .NET: of what differs we take the flags at the beginning and the anchors. */
function compileRegex(regex: string): ((text: string) => boolean) | undefined {
  const inline = /^\(\?([ims]+)\)/.exec(regex)
  const flags = inline?.[1] ?? ''
  const rest = regex.slice(inline?.[0].length ?? 0)
  const source = rest.replaceAll(/\\(.)/gs, (escape, letter: string) =>
    letter === 'A' ? '^' : letter === 'z' || letter === 'Z' ? '$' : escape,
  )
  try {
    const expression = new RegExp(source, [...new Set(flags)].join(''))
    return (text) => expression.test(text)
  } catch {
    return undefined
  }
}
