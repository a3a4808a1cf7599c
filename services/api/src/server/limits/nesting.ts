import { Lexer, Source, TokenKind } from 'graphql'
import type { Token } from 'graphql'

const opening: ReadonlySet<TokenKind> = new Set([TokenKind.PAREN_L, TokenKind.BRACKET_L, TokenKind.BRACE_L])
const closing: ReadonlySet<TokenKind> = new Set([TokenKind.PAREN_R, TokenKind.BRACKET_R, TokenKind.BRACE_R])

/**
 * How deep the brackets of a document stand in one another, read without recursion: parsing and validating it go as deep as that, and
 * a document of two thousand brackets uses up the stack. Stops counting once above `max`; throws the syntax error of a wrong token.
 */
export function nestingOf(text: string, max: number): number {
  const lexer = new Lexer(new Source(text))
  let [depth, deepest] = [0, 0]
  for (let token: Token = lexer.advance(); token.kind !== TokenKind.EOF && deepest <= max; token = lexer.advance()) {
    if (opening.has(token.kind)) deepest = Math.max(deepest, (depth += 1))
    else if (closing.has(token.kind)) depth -= 1
  }
  return deepest
}
