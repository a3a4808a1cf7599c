/** A page that says that something is not there, or went wrong. */
export type ProblemView = {
  readonly heading: string
  readonly words: readonly string[]
  readonly correlationId: string | null
}

export const notFoundView: ProblemView = {
  heading: 'Page not found',
  words: [
    'If you typed the address, check that it is correct; if you pasted it, check that all of it was copied.',
    'A recommendation or report may not have been published yet, or may have been withheld.',
  ],
  correlationId: null,
}

export const refusedView: ProblemView = {
  heading: 'This address asks for something that is not there',
  words: [
    'If you pasted it, check that all of it was copied: the place in a list at which a page begins is part of it.',
    'If it was kept from another day, the list may have another order now. Begin again from its first page.',
  ],
  correlationId: null,
}

export const failureView = (correlationId: string): ProblemView => ({
  heading: 'Sorry, there is a problem with the service',
  words: ['Try again in a few minutes. Nothing that was recorded is lost.'],
  correlationId,
})
