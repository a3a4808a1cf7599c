import type { Metadata } from '@grpc/grpc-js'
import { endWith } from '../calls/open-calls.ts'
import type { Refusal } from '../wire/refusals.ts'
import { accessDenied, unauthenticated } from '../wire/refusals.ts'
import type { Gate } from './gate.ts'

/** Who may call a method; an impostor never may. */
export type Admitted = 'known only' | 'anonymous too'

type Call = { readonly metadata: Metadata }
type EndableCall = Call & { emit(event: 'error', refusal: Refusal): boolean }

/** A handler that ends its call with an answer. */
export function guardAnswer<C extends Call, A extends (refusal: Refusal) => void>(
  gate: Gate,
  admitted: Admitted,
  handle: (call: C, answer: A) => void,
): (call: C, answer: A) => void {
  return (call, answer) => {
    const refusal = refusalOf(gate, admitted, call)
    if (refusal === undefined) handle(call, answer)
    else answer(refusal)
  }
}

/** A handler that sends many messages. */
export function guardStream<C extends EndableCall>(gate: Gate, admitted: Admitted, handle: (call: C) => void): (call: C) => void {
  return (call) => {
    const refusal = refusalOf(gate, admitted, call)
    if (refusal === undefined) handle(call)
    else endWith(call, refusal)
  }
}

function refusalOf(gate: Gate, admitted: Admitted, { metadata }: Call): Refusal | undefined {
  const caller = gate(metadata)
  if (caller === 'impostor') return unauthenticated()
  return caller === 'anonymous' && admitted === 'known only' ? accessDenied() : undefined
}
