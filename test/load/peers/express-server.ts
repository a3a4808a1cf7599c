import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import express from 'express'
import pg from 'pg'
import { state } from './tables.ts'

/**
 * The yardstick: an Express server with hand-written SQL, prepared statements and nothing else. DATABASE_URL; prints `{"ready":true,"port":N}`
 * and ends with its standard input.
 */
const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 10 })
const app = express().disable('x-powered-by').disable('etag')

const ask = async (name: string, text: string, values: readonly unknown[] = []): Promise<unknown[]> =>
  (await pool.query({ name, text, values: [...values] })).rows

app.get('/recommendations', async (request, response) => {
  response.json(
    await ask(
      'list',
      `select r.id, r.local_reference, r.title, r.due_on, r.tracking, r.delivery, current_date - r.due_on as days_overdue, r.owner_name,
          rep.id as report_id, rep.title as report_title
        from peer.recommendation r join peer.report rep on rep.id = r.report_id
        where r.owner_id = $1 and r.tracking = 'OPEN' and rep.published order by r.due_on, r.id limit 25`,
      [request.query['owner']],
    ),
  )
})

app.get('/recommendations/:id', async (request, response) => {
  const [[item], entries] = await Promise.all([
    ask(
      'item',
      `select r.*, rep.title as report_title, rep.publisher from peer.recommendation r join peer.report rep on rep.id = r.report_id
        where r.id = $1 and rep.published`,
      [request.params['id']],
    ),
    ask(
      'entries',
      'select revision, type, effective_on, recorded_at from peer.entry where recommendation_id = $1 order by revision desc limit 10',
      [request.params['id']],
    ),
  ])
  response.status(item ? 200 : 404).json({ ...(item as object), entries })
})

app.get('/counts', async (_request, response) => {
  response.json(await ask('counts', 'select state, count from peer.schedule_count'))
})

app.get('/counts-by-scan', async (_request, response) => {
  response.json(
    await ask(
      'scan',
      `select ${state} as state, count(*) from peer.recommendation r join peer.report rep on rep.id = r.report_id where rep.published group by 1`,
    ),
  )
})

const server = app.listen(0, '127.0.0.1')
await once(server, 'listening')
process.stdout.write(`${JSON.stringify({ ready: true, port: (server.address() as AddressInfo).port })}\n`)
process.stdin.on('end', () => process.exit(0)).resume()
