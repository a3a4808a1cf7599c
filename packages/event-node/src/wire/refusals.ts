import { Metadata, status } from '@grpc/grpc-js'
import type { ServiceError } from '@grpc/grpc-js'
import type { Expected } from './append-request.ts'

/** A call's end as gRPC knows it: a code, a sentence, and the trailers that the clients read. */
export type Refusal = Pick<ServiceError, 'code' | 'details' | 'metadata'>

/** What the real server answers where its handler fails, as it does on most malformed requests. */
export function handlerFailed(): Refusal {
  return refusal(status.UNKNOWN, 'Exception was thrown by handler.')
}

export function unexpectedResult(kind: 'ReadStreamResult' | 'ReadAllResult'): Refusal {
  return refusal(status.UNKNOWN, `Unexpected ${kind}: Error`)
}

export function invalidArgument(details: string): Refusal {
  return refusal(status.INVALID_ARGUMENT, details)
}

export function accessDenied(): Refusal {
  return refusal(status.PERMISSION_DENIED, 'Access Denied', { exception: 'access-denied' })
}

/** No such user, or another password: like the real server, of every service. */
export function unauthenticated(): Refusal {
  return refusal(status.UNAUTHENTICATED, 'The user name or password is wrong.')
}

export function streamDeleted(stream: Buffer): Refusal {
  const name = stream.toString('utf8')
  return refusal(status.FAILED_PRECONDITION, `Event stream '${name}' is deleted.`, { exception: 'stream-deleted', 'stream-name': name })
}

/** The conflict of delete and tombstone, the only one that is an error of the call and not a message. */
export function deleteConflict(stream: Buffer, expected: Expected, actual: number): Refusal {
  const name = stream.toString('utf8')
  return refusal(
    status.FAILED_PRECONDITION,
    `Delete failed due to WrongExpectedVersion. Stream: ${name}, Expected version: ${expected}, Actual version: ${actual}`,
    { exception: 'wrong-expected-version', 'stream-name': name, 'expected-version': String(expected), 'actual-version': String(actual) },
  )
}

export function maximumAppendSizeExceeded(limit: number): Refusal {
  return refusal(status.INVALID_ARGUMENT, `Maximum Append Size of ${limit} Exceeded.`, {
    exception: 'maximum-append-size-exceeded',
    'maximum-append-size': String(limit),
  })
}

export function missingProperty(name: 'type' | 'content-type'): Refusal {
  return refusal(status.INVALID_ARGUMENT, `Required Metadata Property '${name}' is missing`, {
    exception: 'missing-required-metadata-property',
    'required-metadata-properties': 'type,content-type',
  })
}

export function notLeader(host: string, port: number): Refusal {
  return refusal(status.NOT_FOUND, `Leader info available: ${host}:${port}`, {
    exception: 'not-leader',
    'leader-endpoint-host': host,
    'leader-endpoint-port': String(port),
  })
}

/** The outcome is not known: the client must ask again with the same ids and the same expectation. */
export function timedOut(): Refusal {
  return refusal(status.ABORTED, 'Operation timed out')
}

export function consumerTooSlow(): Refusal {
  return refusal(status.ABORTED, 'Operation timed out: Consumer too slow to handle event while live. Client resubscription required.')
}

export function shuttingDown(): Refusal {
  return refusal(status.UNAVAILABLE, 'The event node is shutting down.')
}

/** How calls that are under way for long end on a stop; the client then dials again, as it does on UNAVAILABLE. */
export function cancelledByStop(): Refusal {
  return refusal(status.CANCELLED, 'The call was cancelled: the event node is shutting down.')
}

/** gRPC trailers are ASCII. As on the real server a name that is not loses its trailers, and the code says no more than "unknown". */
function refusal(code: status, details: string, trailers: Record<string, string> = {}): Refusal {
  const metadata = new Metadata()
  if (Object.values(trailers).some((value) => !/^[\x20-\x7e]*$/.test(value))) return { code: status.UNKNOWN, details, metadata }
  for (const [key, value] of Object.entries(trailers)) metadata.set(key, value)
  return { code, details, metadata }
}
