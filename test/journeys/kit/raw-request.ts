import { once } from 'node:events'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'

export type RawAnswer = { readonly status: number; readonly headers: string; readonly body: string }

/** Sends bytes as they are, all of them, and only then reads what was answered: what many clients do, and what no client of Node's does. */
export async function sendRaw(url: string, ...parts: readonly (string | Buffer)[]): Promise<RawAnswer> {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  await once(socket, 'connect')
  for (const part of parts) await new Promise((resolve, reject) => socket.write(part, (error) => (error ? reject(error) : resolve(null))))
  const answer = await text(socket)
  const [headers = '', ...body] = answer.split('\r\n\r\n')
  return { status: Number(headers.split(' ')[1]), headers, body: body.join('\r\n\r\n') }
}
