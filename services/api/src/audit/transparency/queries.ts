import type { SelfCheck } from '@outstanding/transparency-log'
import { shortDigest } from '@outstanding/transparency-log'
import { builder } from '../../graphql/builder.ts'
import type { LogKey, Verification } from './read-verification.ts'

type Checkpoint = NonNullable<Verification['checkpoint']>

const SignatureKind = builder.enumType('SignatureKind', {
  description: 'Of a log: Ed25519 and ML-DSA-44; of a witness, with its time: ED25519_COSIGNATURE and ML-DSA-44.',
  values: {
    ED25519: { description: 'An Ed25519 signature, as logs make.' },
    ED25519_COSIGNATURE: { description: "A witness's Ed25519 signature, with the time at which it signed." },
    ML_DSA_44: { description: 'An ML-DSA-44 signature, which a quantum computer cannot forge.' },
  } as const,
})

const SignatureType = builder.objectRef<Checkpoint['signatures'][number]>('CheckpointSignature').implement({
  description: 'Who signed a checkpoint, as this installation reads it. Check it yourself, with keys that you got another way.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'The name of the key.' }),
    keyId: t.exposeString('keyId', { description: 'Eight hexadecimal digits.' }),
    kind: t.field({
      type: SignatureKind,
      nullable: true,
      description: 'Null of a key that is not known here.',
      resolve: ({ type }) => type,
    }),
    isWitness: t.exposeBoolean('isWitness', { description: "False of the log's own keys." }),
    holds: t.exposeBoolean('holds', { nullable: true, description: 'Null of a key that is not known here.' }),
    signedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'Null where the kind of signature carries no time.',
      resolve: ({ at }) => (at === null ? null : new Date(at * 1_000).toISOString()),
    }),
  }),
})

const CheckpointType = builder.objectRef<Checkpoint>('Checkpoint').implement({
  description: 'The head of the tree over every event of the log, signed (C2SP tlog-checkpoint).',
  fields: (t) => ({
    origin: t.exposeString('origin', { description: 'The name of the log.' }),
    size: t.exposeInt('size', { description: 'How many events it is of.' }),
    root: t.string({ description: 'Base64, as in the checkpoint.', resolve: ({ root }) => root.toString('base64') }),
    shortDigest: t.string({ description: 'What minutes and exports print.', resolve: (checkpoint) => shortDigest(checkpoint) }),
    signedAt: t.field({ type: 'DateTime', description: 'When it was signed (UTC).', resolve: ({ createdAt }) => createdAt.toISOString() }),
    note: t.exposeString('note', { description: 'The signed note, as `/.well-known/outstanding/checkpoint` serves it.' }),
    signatures: t.field({
      type: [SignatureType],
      description: 'The signatures under it, those of witnesses included.',
      resolve: ({ signatures }) => [...signatures],
    }),
  }),
})

const LogKeyType = builder.objectRef<LogKey>('LogKey').implement({
  description: 'The public half of a key that signs for the log.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'The name of the key.' }),
    keyId: t.exposeString('keyId', { description: 'Eight hexadecimal digits.' }),
    kind: t.field({ type: SignatureKind, description: 'What kind of signature it makes.', resolve: ({ type }) => type }),
    printed: t.exposeString('printed', { description: 'As `outstanding verify --key` and witnesses take it.' }),
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
    events: t.exposeInt('events', { description: 'How many, from the first on, are the ones that were recorded.' }),
    good: t.boolean({ description: 'True where every event is as it was recorded.', resolve: ({ problem }) => problem === null }),
    differsAt: t.exposeInt('differsAt', { nullable: true, description: 'The index of the first event that is another, from 0.' }),
    problem: t.exposeString('problem', { nullable: true, description: 'One sentence; null if nothing was altered.' }),
  }),
})

const VerificationType = builder.objectRef<Verification>('Verification').implement({
  description: 'How anybody can tell that nothing of the log was altered, added or taken away.',
  fields: (t) => ({
    events: t.exposeInt('events', { description: 'In the tree now: the newest checkpoint may be of fewer.' }),
    checkpoint: t.field({
      type: CheckpointType,
      nullable: true,
      description: 'The newest; null before the first.',
      resolve: ({ checkpoint }) => checkpoint,
    }),
    keys: t.field({ type: [LogKeyType], description: "The log's public keys.", resolve: ({ keys }) => [...keys] }),
    selfCheck: t.field({
      type: SelfCheckType,
      nullable: true,
      description: 'The last one; null before the first.',
      resolve: ({ selfCheck }) => selfCheck,
    }),
  }),
})

builder.queryField('verification', (t) =>
  t.field({
    type: VerificationType,
    authScopes: { published: true },
    complexity: { field: 100, multiplier: 1 },
    description: 'The newest checkpoint, the keys, and the last check of the log against its tree. For everybody.',
    resolve: (_root, _args, { verification }) => verification(),
  }),
)
