import { newDataDir, removeDataDir, startProduct } from '../../support/product.ts'
import type { Environment } from '../../support/product.ts'
import { createClient, overPort } from './client.ts'
import type { Client } from './client.ts'

export type Journey = {
  readonly url: string
  readonly officer: Client
  readonly anybody: Client
  stop(): Promise<void>
}

/**
 * The product over HTTP: the one at `OUTSTANDING_URL`, with the officer's token in `OUTSTANDING_TOKEN`, or else one started here as
 * `npm start` does, on a directory of its own.
 */
export async function startJourney(environment: Environment = {}): Promise<Journey> {
  const [url, token] = [process.env['OUTSTANDING_URL'], process.env['OUTSTANDING_TOKEN']]
  if (url && token) return { url, officer: createClient(overPort(url), token), anybody: createClient(overPort(url)), stop: async () => {} }
  const dataDir = await newDataDir()
  const product = await startProduct(dataDir, environment)
  const { code, stdout, stderr } = await product.command('token', '--role', 'officer', '--name', 'Ann Example')
  if (code !== 0) throw new Error(`no token: ${stderr}`)
  return {
    url: product.url,
    officer: createClient(overPort(product.url), stdout.trim()),
    anybody: createClient(overPort(product.url)),
    stop: async () => {
      await product.stop()
      await removeDataDir(dataDir)
    },
  }
}
