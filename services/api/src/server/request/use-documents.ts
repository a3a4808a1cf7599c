import { GraphQLError, specifiedRules, validate, visit } from 'graphql'
import type { DocumentNode, GraphQLSchema } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { RequestContext } from '../context.ts'
import { maxNesting, maxRepetition, maxTokens } from '../limits/cost.ts'
import { nestingOf } from '../limits/nesting.ts'
import { repetitionOf } from '../limits/repetition.ts'
import { tooMuch } from '../limits/use-limits.ts'
import { createDocuments } from './documents.ts'
import { textProblem } from './text-faults.ts'

type Errors = readonly GraphQLError[]

const maxErrors = 20

/** Parses and validates each document once for all callers, and keeps up to `maxBytes` of them. */
export function useDocuments(maxBytes = 16_000_000): Plugin<RequestContext> {
  const documents = createDocuments(maxBytes)
  const validated = new WeakMap<DocumentNode, Errors>()
  return {
    onParse({ params, parseFn, setParseFn }) {
      const text = String(params.source)
      setParseFn(() => {
        const document = documents.get(text) ?? checked(parseFn(shallow(text), { maxTokens: maxTokens }) as DocumentNode)
        documents.keep(text, document)
        return document
      })
    },
    onValidate({ setValidationFn }) {
      setValidationFn((schema: GraphQLSchema, document: DocumentNode) => {
        const errors = validated.get(document) ?? validate(schema, document, specifiedRules, { maxErrors })
        validated.set(document, errors)
        return errors
      })
    },
  }
}

/** Throws before a text is parsed that would use up the stack. */
function shallow(text: string): string {
  const nesting = nestingOf(text, maxNesting)
  if (nesting > maxNesting) throw tooMuch('nesting', nesting, maxNesting)
  return text
}

/** Throws what keeps a document from being validated: work that would hold up everybody, and texts that no text may hold. */
function checked(document: DocumentNode): DocumentNode {
  const repetition = repetitionOf(document)
  if (repetition > maxRepetition) throw tooMuch('repetition', repetition, maxRepetition)
  visit(document, {
    // A document of good characters can still write bad ones as escapes.
    StringValue: (node) => {
      const problem = textProblem(node.value)
      if (problem === null) return
      const extensions = { code: 'BAD_USER_INPUT', rule: 'isText', http: { status: 400 } }
      throw new GraphQLError(`A text in the query ${problem}`, { nodes: node, extensions })
    },
  })
  return document
}
