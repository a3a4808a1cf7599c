import type { SelfCheck } from '@outstanding/transparency-log'
import { shortDigest } from '@outstanding/transparency-log'
import { builder } from '../../graphql/builder.ts'
import type { LogKey, Verification } from './read-verification.ts'

type Checkpoint = NonNullable<Verification['checkpoint']>

const SignatureKind = builder.enumType('SignatureKind', {
  description: 'A log signs with Ed25519 and ML-DSA-44. A witness signs, with a timestamp, with ED25519_COSIGNATURE and ML-DSA-44.',
  values: {
    ED25519: { description: 'An Ed25519 signature, as logs make.' },
    ED25519_COSIGNATURE: { description: "A witness's Ed25519 signature, with the time at which it signed." },
    ML_DSA_44: { description: 'An ML-DSA-44 signature, which a quantum computer cannot forge.' },
  } as const,
})

const SignatureType = builder.objectRef<Checkpoint['signatures'][number]>('CheckpointSignature').implement({
  description:
    'A signature of a checkpoint, as checked by this installation. Check it yourself with keys that you got from another source.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'The name of the key.' }),
    keyId: t.exposeString('keyId', { description: 'Eight hexadecimal digits.' }),
    kind: t.field({
      type: SignatureKind,
      nullable: true,
      description: 'Null if the key is not known here.',
      resolve: ({ type }) => type,
    }),
    isWitness: t.exposeBoolean('isWitness', { description: "False for the log's own keys." }),
    holds: t.exposeBoolean('holds', { nullable: true, description: 'Null if the key is not known here.' }),
    signedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'Null if this kind of signature has no timestamp.',
      resolve: ({ at }) => (at === null ? null : new Date(at * 1_000).toISOString()),
    }),
  }),
})

const CheckpointType = builder.objectRef<Checkpoint>('Checkpoint').implement({
  description: 'The signed head of the hash tree over every event of the log (C2SP tlog-checkpoint).',
  fields: (t) => ({
    origin: t.exposeString('origin', { description: 'The name of the log.' }),
    size: t.exposeInt('size', { description: 'The number of events it covers.' }),
    root: t.string({ description: 'The root hash in base64, as in the checkpoint.', resolve: ({ root }) => root.toString('base64') }),
    shortDigest: t.string({
      description: 'The short digest printed in minutes and exports.',
      resolve: (checkpoint) => shortDigest(checkpoint),
    }),
    signedAt: t.field({ type: 'DateTime', description: 'When it was signed (UTC).', resolve: ({ createdAt }) => createdAt.toISOString() }),
    note: t.exposeString('note', { description: 'The signed note, as served at `/.well-known/outstanding/checkpoint`.' }),
    signatures: t.field({
      type: [SignatureType],
      description: 'Its signatures, including those of witnesses.',
      resolve: ({ signatures }) => [...signatures],
    }),
  }),
})

const LogKeyType = builder.objectRef<LogKey>('LogKey').implement({
  description: 'A public key of the log.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'The name of the key.' }),
    keyId: t.exposeString('keyId', { description: 'Eight hexadecimal digits.' }),
    kind: t.field({ type: SignatureKind, description: 'What kind of signature it makes.', resolve: ({ type }) => type }),
    printed: t.exposeString('printed', { description: 'The key in the form used by `outstanding verify --key` and by witnesses.' }),
  }),
})

const SelfCheckType = builder.objectRef<SelfCheck>('SelfCheck').implement({
  description:
    'The result of the last self-check, which reads the whole log again and compares it with the hash tree and the newest checkpoint.',
  fields: (t) => ({
    checkedAt: t.field({
      type: 'DateTime',
      description: 'When it was checked (UTC).',
      resolve: ({ checkedAt }) => checkedAt.toISOString(),
    }),
    tookMs: t.exposeInt('tookMs', { description: 'How long the check took, in milliseconds.' }),
    events: t.exposeInt('events', { description: 'The number of events, from the first, that match what was recorded.' }),
    good: t.boolean({ description: 'True if every event is as it was recorded.', resolve: ({ problem }) => problem === null }),
    differsAt: t.exposeInt('differsAt', { nullable: true, description: 'The index of the first event that differs, from 0.' }),
    problem: t.exposeString('problem', { nullable: true, description: 'One sentence; null if nothing was altered.' }),
  }),
})

const VerificationType = builder.objectRef<Verification>('Verification').implement({
  description: 'What anybody needs to check that nothing in the log was altered, added or removed.',
  fields: (t) => ({
    events: t.exposeInt('events', { description: 'The number of events in the tree now. The newest checkpoint may cover fewer.' }),
    checkpoint: t.field({
      type: CheckpointType,
      nullable: true,
      description: 'The newest checkpoint. Null before the first.',
      resolve: ({ checkpoint }) => checkpoint,
    }),
    keys: t.field({ type: [LogKeyType], description: "The log's public keys.", resolve: ({ keys }) => [...keys] }),
    selfCheck: t.field({
      type: SelfCheckType,
      nullable: true,
      description: 'The last self-check. Null before the first.',
      resolve: ({ selfCheck }) => selfCheck,
    }),
  }),
})

builder.queryField('verification', (t) =>
  t.field({
    type: VerificationType,
    authScopes: { published: true },
    complexity: { field: 100, multiplier: 1 },
    description: 'The newest checkpoint, the public keys and the last check of the log against its tree. Public.',
    resolve: (_root, _args, { verification }) => verification(),
  }),
)
