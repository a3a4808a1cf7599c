import type { Fact } from '../envelope.ts'

/** AES-256-GCM, one key a person, bound to stream, event and field. Base64url parts. */
export type Sealed = {
  readonly algorithm: 'A256GCM'
  readonly keyId: string
  readonly iv: string
  readonly ciphertext: string
  readonly tag: string
}
export type PersonRegistered = Fact<'PersonRegistered', { readonly name: Sealed }>
export type PersonRenamed = Fact<'PersonRenamed', { readonly name: Sealed }>
export type PersonErased = Fact<'PersonErased', { readonly reason: string }>
export type ErasureRefused = Fact<'ErasureRefused', { readonly reason: string }>
export type PersonEvent = PersonRegistered | PersonRenamed | PersonErased | ErasureRefused
