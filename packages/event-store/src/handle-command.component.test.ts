import { randomUUID } from 'node:crypto'
import type { OfficeCommand } from '@outstanding/domain'
import { officeDecider } from '@outstanding/domain'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestEventNode } from '../../../test/support/event-node.ts'
import { startTestEventNode } from '../../../test/support/event-node.ts'
import { connectEventStore } from './eventstoredb.ts'
import type { CommandRequest } from './handle-command.ts'
import { handleCommand } from './handle-command.ts'
import { eventIdOf, officeStream } from './ids/streams.ts'
import type { EventStore } from './port.ts'
import { EventStoreError } from './port.ts'

let node: TestEventNode
let store: EventStore
beforeAll(async () => {
  node = await startTestEventNode()
  store = connectEventStore(node.url)
})
afterAll(async () => {
  await store?.close()
  await node?.stop()
})

type About = Partial<Omit<CommandRequest<OfficeCommand>, 'command'>>
const about = {
  actor: { id: 'b0a1c2d3-e4f5-8a6b-9c8d-7e6f5a4b3c2d', role: 'officer' as const },
  effectiveOn: '2026-03-11',
  today: '2026-11-22',
}
const request = (stream: string, command: Pick<OfficeCommand, 'type' | 'data'>, given: About = {}): CommandRequest<OfficeCommand> => ({
  stream,
  authority: 'example-borough',
  commandId: randomUUID(),
  correlationId: 'correlation-1',
  ...given,
  command: { ...command, ...about } as OfficeCommand,
})
const create = (stream: string, given: About = {}) =>
  handleCommand(
    store,
    officeDecider,
    request(
      stream,
      { type: 'CreateOffice', data: { name: 'Director', authority: 'example-borough', kind: 'OFFICER', portfolio: null } },
      given,
    ),
  )
const rename = (stream: string, name: string, given: About = {}, at: EventStore = store) =>
  handleCommand(at, officeDecider, request(stream, { type: 'RenameOffice', data: { name } }, given))

describe('handling a command', () => {
  test('writes what was decided, with the whole envelope', async () => {
    const stream = officeStream('example-borough')
    const commandId = randomUUID()
    const outcome = await create(stream, { commandId, illustrative: true, source: { system: 'minutes', place: 'page 2' } })
    const [stored] = await store.readStream(stream)
    expect(outcome).toMatchObject({
      ok: true,
      stream,
      revision: 0,
      position: stored?.position,
      events: [{ type: 'OfficeCreated', revision: 0 }],
    })
    expect(stored).toMatchObject({
      eventId: eventIdOf(commandId, stream, 0),
      data: { name: 'Director', kind: 'OFFICER', portfolio: null },
      metadata: {
        schemaVersion: 1,
        effectiveOn: '2026-03-11',
        commandId,
        index: 0,
        correlationId: 'correlation-1',
        causationId: commandId,
        actor: about.actor,
        authority: 'example-borough',
        illustrative: true,
        source: { system: 'minutes', place: 'page 2' },
      },
    })
  })

  test('sent again it changes nothing and answers the same, whatever was written meanwhile', async () => {
    const stream = officeStream('example-borough')
    await create(stream)
    const [commandId, expectedRevision] = [randomUUID(), 0]
    const first = await rename(stream, 'Executive Director', { commandId, expectedRevision })
    await rename(stream, 'Corporate Director')
    expect(await rename(stream, 'Executive Director', { commandId, expectedRevision })).toEqual(first)
    expect(await store.readStream(stream)).toHaveLength(3)
  })

  test('another request under the same id is refused', async () => {
    const stream = officeStream('example-borough')
    const commandId = randomUUID()
    await create(stream)
    await rename(stream, 'One', { commandId })
    expect(await rename(stream, 'Two', { commandId })).toMatchObject({
      ok: false,
      rejection: { rule: 'commandIdReused', field: 'commandId' },
    })
  })

  test('what was looked up for the sender does not make it another request', async () => {
    const stream = officeStream('example-borough')
    const commandId = randomUUID()
    await create(stream)
    const sent = { input: { name: 'as sent' }, commandId }
    const first = await rename(stream, 'One', sent)
    expect(await rename(stream, 'Looked up differently', sent)).toEqual(first)
    expect(await rename(stream, 'One', { ...sent, input: { name: 'other' } })).toMatchObject({
      ok: false,
      rejection: { rule: 'commandIdReused' },
    })
  })

  test('a refusal of the domain writes nothing', async () => {
    const stream = officeStream('example-borough')
    expect(await rename(stream, 'X')).toMatchObject({ ok: false, rejection: { rule: expect.any(String), field: expect.any(String) } })
    expect(await store.readStream(stream)).toEqual([])
  })

  test('a stale revision is a conflict that says what changed meanwhile', async () => {
    const stream = officeStream('example-borough')
    await create(stream)
    await rename(stream, 'One')
    await rename(stream, 'Two')
    const outcome = await rename(stream, 'Three', { expectedRevision: 0 })
    expect(outcome).toMatchObject({ ok: false, conflict: { expected: 0, actual: 2 } })
    const changes = 'conflict' in outcome ? outcome.conflict.changes : []
    expect(changes.map(({ type, revision, data }) => ({ type, revision, data }))).toEqual([
      { type: 'OfficeRenamed', revision: 1, data: { name: 'One', formerName: 'Director' } },
      { type: 'OfficeRenamed', revision: 2, data: { name: 'Two', formerName: 'One' } },
    ])
    expect(await create(stream, { expectedRevision: 'NO_STREAM' })).toMatchObject({
      ok: false,
      conflict: { expected: 'NO_STREAM', actual: 2 },
    })
  })

  test('a race without an expected revision is run again until each has had its turn', async () => {
    const stream = officeStream('example-borough')
    await create(stream)
    const names = ['A', 'B', 'C', 'D']
    const outcomes = await Promise.all(names.map((name) => rename(stream, name)))
    expect(outcomes.map((outcome) => outcome.ok)).toEqual([true, true, true, true])
    const stored = await store.readStream(stream)
    expect(stored.map((event) => event.revision)).toEqual([0, 1, 2, 3, 4])
    // Each decided on what the one before it had written.
    const data = stored.slice(1).map((event) => event.data as { name: string; formerName: string })
    expect(data.map(({ formerName }) => formerName)).toEqual(['Director', ...data.slice(0, -1).map(({ name }) => name)])
  })

  test('of fifty at once each is recorded, or told by whom it was overtaken', async () => {
    const stream = officeStream('example-borough')
    await create(stream)
    const outcomes = await Promise.all(Array.from({ length: 50 }, (_, n) => rename(stream, `Name ${n}`)))
    const stored = await store.readStream(stream)
    expect(stored).toHaveLength(1 + outcomes.filter(({ ok }) => ok).length)
    for (const outcome of outcomes) {
      if (outcome.ok) continue
      expect(outcome).toHaveProperty('conflict')
      const { expected, actual, changes } = 'conflict' in outcome ? outcome.conflict : { expected: 0, actual: 0, changes: [] }
      expect(changes.map(({ revision }) => revision)).toEqual(
        stored.map(({ revision }) => revision).slice(Number(expected) + 1, Number(actual) + 1),
      )
      expect(changes.length).toBeGreaterThan(0)
    }
  }, 60_000)

  test('in a race with an expected revision one wins, and the others learn what was recorded first', async () => {
    const stream = officeStream('example-borough')
    await create(stream)
    const outcomes = await Promise.all(['A', 'B', 'C'].map((name) => rename(stream, name, { expectedRevision: 0 })))
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
    for (const outcome of outcomes)
      if (!outcome.ok) expect(outcome).toMatchObject({ conflict: { expected: 0, actual: 1, changes: [{ revision: 1 }] } })
  })

  test('the same command many times at once is one', async () => {
    const stream = officeStream('example-borough')
    const commandId = randomUUID()
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => create(stream, { commandId })))
    for (const outcome of outcomes) expect(outcome).toEqual(outcomes[0])
    expect(await store.readStream(stream)).toHaveLength(1)
  })

  test('a source that is too long is a refusal that names its field, and nothing is written', async () => {
    const stream = officeStream('example-borough')
    await create(stream)
    const outcome = await rename(stream, 'Director of all', { source: { system: 'minutes', place: 'x'.repeat(1_100_000) } })
    expect(outcome).toMatchObject({ ok: false, rejection: { rule: 'tooLong', field: 'source.place' } })
    expect(await store.readStream(stream)).toHaveLength(1)
  })

  test('more than one append can hold is a refusal', async () => {
    const stream = officeStream('example-borough')
    await create(stream)
    const crowded: EventStore = { ...store, append: () => Promise.reject(new EventStoreError('tooLarge', 'the server takes less')) }
    expect(await rename(stream, 'Director of all', {}, crowded)).toMatchObject({
      ok: false,
      rejection: { rule: 'tooLarge', field: 'data' },
    })
  })

  test('a stream that a newer program wrote to is not decided on', async () => {
    const stream = officeStream('example-borough')
    await create(stream)
    await store.append(stream, 0, [{ eventId: randomUUID(), type: 'OfficeDissolved', data: {}, metadata: {} }])
    await expect(rename(stream, 'X')).rejects.toThrow(/OfficeDissolved\) cannot be read/)
  })
})
