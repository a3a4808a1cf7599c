import { template } from '../render/template.ts'

/** A page that says that something is not there, or went wrong. */
export type ProblemView = {
  readonly heading: string
  readonly words: readonly string[]
  readonly correlationId: string | null
}

export const notFoundView: ProblemView = {
  heading: 'Page not found',
  words: [
    'If you typed the web address, check it is correct. If you pasted it, check you copied all of it.',
    'The recommendation or report may not be published yet, or may be withheld.',
  ],
  correlationId: null,
}

export const refusedView: ProblemView = {
  heading: 'This link is no longer valid',
  words: ['Start again from the first page of the list. If you pasted the link, check that you copied all of it.'],
  correlationId: null,
}

export const unreadableView: ProblemView = {
  heading: 'This address is not valid',
  words: ['It has characters that cannot be read. Check that all of it was copied, or start again from the list.'],
  correlationId: null,
}

export const notSentHereView: ProblemView = {
  heading: 'Nothing can be sent here',
  words: ['The pages of this register can only be read. What is recorded is sent to /graphql.'],
  correlationId: null,
}

export const problemTemplate = template<ProblemView>('problem/problem.njk')

export const failureView = (correlationId: string): ProblemView => ({
  heading: 'Sorry, there is a problem with the service',
  words: ['Try again in a few minutes. Nothing you recorded has been lost.'],
  correlationId,
})
