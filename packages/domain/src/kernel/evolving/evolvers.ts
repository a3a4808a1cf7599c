import type { Fact, Recorded } from '../../envelope.ts'

/** What each event changes in the state. An event without a line does not compile, so that none is passed over by mistake. */
export type Evolvers<State, F extends Fact<string, unknown>> = {
  readonly [Type in F['type']]: (state: State, event: Recorded<Extract<F, { readonly type: Type }>>) => State
}

/** Folds by a table. A type that is not in the table was written by a newer program: the state stays as it is. */
export const evolveByTable =
  <State, F extends Fact<string, unknown>>(evolvers: Evolvers<State, F>) =>
  (state: State, event: Recorded<F>): State =>
    Object.hasOwn(evolvers, event.type)
      ? (evolvers[event.type as F['type']] as (state: State, event: Recorded<F>) => State)(state, event)
      : state
