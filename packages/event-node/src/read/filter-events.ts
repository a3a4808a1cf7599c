import type { Filter } from '../wire/read-query.ts'
import type { Frame } from '../wire/recorded-event.ts'
import { frameSubject } from '../wire/recorded-event.ts'
import type { Refusal } from '../wire/refusals.ts'
import { handlerFailed, invalidArgument } from '../wire/refusals.ts'
import { UnsupportedExpression } from './filter/character-class.ts'
import { fromDotNet } from './filter/dotnet-regex.ts'

export type FrameFilter = (frame: Frame) => boolean

/**
 * A regular expression wins over prefixes. One that is none is refused as by the real server; one of .NET that this node does not take is
 * refused in words, since read as JavaScript it would silently miss events.
 */
export function compileFilter({ on, regex, prefixes }: Filter): FrameFilter | { readonly refused: Refusal } {
  if (regex === '') return (frame) => prefixes.some((prefix) => frameSubject(frame)[on].startsWith(prefix))
  try {
    const expression = fromDotNet(regex)
    return (frame) => expression.test(frameSubject(frame)[on])
  } catch (error) {
    if (!(error instanceof UnsupportedExpression)) return { refused: handlerFailed() }
    const advice = 'Use prefixes, or an expression without it.'
    return { refused: invalidArgument(`The event node does not support ${error.message} in the regular expression of a filter. ${advice}`) }
  }
}
