import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { join } from 'node:path'

export type AlteringRegistry = { readonly url: string; close(): void }

/**
 * A package registry on 127.0.0.1 that offers any package in any version, always the same altered one, with
 * the digest that fits it or with none: what a registry that was broken into would do. Its files are made in `folder`.
 */
export async function startAlteringRegistry(folder: string, says: 'its own digest' | 'no digest'): Promise<AlteringRegistry> {
  const tarball = alteredPackage(folder)
  const digest = says === 'no digest' ? {} : { integrity: `sha512-${createHash('sha512').update(tarball).digest('base64')}` }
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const path = decodeURIComponent(request.url ?? '/').slice(1)
    if (path.endsWith('.tgz')) {
      response.end(tarball)
      return
    }
    const versions = Object.fromEntries(
      ['24.21.0', '12.21.0'].map((version) => [
        version,
        { name: path, version, dist: { ...digest, tarball: `http://${request.headers.host}/${path}/-/x.tgz` } },
      ]),
    )
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ name: path, 'dist-tags': { latest: '24.21.0' }, versions }))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() }
}

function alteredPackage(folder: string): Buffer {
  mkdirSync(join(folder, 'package', 'bin'), { recursive: true })
  writeFileSync(join(folder, 'package', 'package.json'), JSON.stringify({ name: 'altered', version: '24.21.0' }))
  writeFileSync(join(folder, 'package', 'bin', 'node'), '#!/bin/sh\necho v24.21.0\n', { mode: 0o755 })
  execFileSync('tar', ['-czf', 'altered.tgz', 'package'], { cwd: folder })
  return readFileSync(join(folder, 'altered.tgz'))
}
