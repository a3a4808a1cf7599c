import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { executeStep } from './execute-step.ts'
import { sampleSteps } from './sample-steps.ts'
import { commandIdOf } from './steps/step.ts'

const bodyOf = async (request: IncomingMessage): Promise<{ query: string; variables: { input: Record<string, unknown> } }> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return JSON.parse(Buffer.concat(chunks).toString()) as { query: string; variables: { input: Record<string, unknown> } }
}

const servers: Server[] = []
let ended = new AbortController()
afterEach(() => {
  servers.splice(0).forEach((server) => server.close())
  ended = new AbortController()
})

type Reply = { readonly status: number; readonly body: unknown }

/** A server that answers in turn, and what it was asked. */
const answering = async (...replies: readonly Reply[]) => {
  const asked: { input: Record<string, unknown>; query: string; authorization: string | undefined }[] = []
  const server = createServer((request, response) => {
    void bodyOf(request).then(({ query, variables }) => {
      const reply = replies[Math.min(asked.length, replies.length - 1)] as Reply
      asked.push({ input: variables.input, query, authorization: request.headers.authorization })
      response.writeHead(reply.status, { 'content-type': 'application/json', connection: 'close' }).end(JSON.stringify(reply.body))
    })
  })
  servers.push(server)
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    asked,
    endpoint: { graphqlUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`, token: 'secret', signal: ended.signal },
  }
}

const stepOf = (key: string) => {
  const found = sampleSteps.find((step) => step.key === key)
  if (found === undefined) throw new Error(key)
  return found
}
const update = stepOf('CP2017-R01/update/2017-10-18')
const accepted = (id: string): Reply => ({ status: 200, body: { data: { answer: { kind: 'CommandAccepted', id } } } })

describe('giving a step', () => {
  it('is the mutation of its command, with its fixed id, its stream and its source', async () => {
    const { asked, endpoint } = await answering(accepted(update.stream))
    await executeStep(endpoint, update)
    expect(asked[0]?.query).toMatch(/mutation LoadSample\(\$input: UpdateProgressInput!\) \{\s+answer: updateProgress\(input: \$input\)/)
    expect(asked[0]?.authorization).toBe('Bearer secret')
    expect(asked[0]?.input).toMatchObject({
      commandId: commandIdOf(update.key),
      effectiveOn: '2017-10-18',
      recommendation: update.stream,
      updateId: 'tracking-2017-10-18',
      source: { place: expect.stringContaining('line 2529'), recordedOn: '2018-02-14' },
    })
  })
  it('names no stream where the command makes one, and the stream where an entry is corrected', async () => {
    const issue = stepOf('JAR2007-01/issue')
    const correction = stepOf('EX2024-R6/correction')
    const first = await answering(accepted(issue.stream))
    await executeStep(first.endpoint, issue)
    expect(first.asked[0]?.input).not.toHaveProperty('recommendation')
    const second = await answering(accepted(correction.stream))
    await executeStep(second.endpoint, correction)
    expect(second.asked[0]?.input).toMatchObject({ stream: correction.stream, entry: expect.stringMatching(/^[0-9a-f-]{36}$/) })
  })
  it('asks again with the same id while the service fails', async () => {
    const { asked, endpoint } = await answering({ status: 503, body: {} }, { status: 500, body: {} }, accepted(update.stream))
    await executeStep(endpoint, update)
    expect(asked.map(({ input }) => input.commandId)).toEqual([1, 2, 3].map(() => commandIdOf(update.key)))
  })
  it('asks no more once it is to end', async () => {
    const { asked, endpoint } = await answering({ status: 503, body: {} })
    const given = executeStep(endpoint, update)
    await expect.poll(() => asked.length).toBe(1)
    ended.abort(new Error('told to stop'))
    await expect(given).rejects.toThrow(/told to stop|aborted/)
    await expect(executeStep(endpoint, update)).rejects.toThrow('told to stop')
    expect(asked).toHaveLength(1)
  })
  it.each([
    [
      { data: { answer: { kind: 'CommandRejected', rule: 'uniqueId', field: 'updateId', message: 'Used.' } } },
      /stopped at CP2017-R01\/update\/2017-10-18: uniqueId, updateId, Used\./,
    ],
    [{ data: { answer: { kind: 'CommandForbidden', message: 'The role public may not.' } } }, /The role public may not/],
    [{ errors: [{ message: 'UNAUTHENTICATED' }] }, /UNAUTHENTICATED/],
    [
      { data: { answer: { kind: 'CommandAccepted', id: 'recommendation-x.1' } } },
      /it went to recommendation-x\.1, not to recommendation-birmingham/,
    ],
    [{}, /no answer/],
  ])('stops at %j', async (body, message) => {
    const { endpoint } = await answering({ status: 200, body })
    await expect(executeStep(endpoint, update)).rejects.toThrow(message)
  })
})
