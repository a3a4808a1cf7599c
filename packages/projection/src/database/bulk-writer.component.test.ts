import { describe, expect, it } from 'vitest'
import { createDatabase } from '../../../../test/support/database.ts'
import { givenDatabase } from '../../testing/given-database.ts'
import type { Row, Table } from '../read-model/read-model.ts'
import { bulkWriter } from './bulk-writer.ts'
import { inOneSchema } from './schemas.ts'
import { createSchemas, createTables } from './versioned-schema.ts'

const database = givenDatabase(createDatabase)

const words: Table = {
  name: 'words',
  columns: { stream: 'text not null', at: 'int not null', said: 'json' },
  primaryKey: ['stream', 'at'],
  indexes: [],
}
const marks: Table = { name: 'marks', columns: { stream: 'text not null', tags: 'text[] not null' }, primaryKey: ['stream'], indexes: [] }

const tables = [words, marks]

async function begun(schema: string): Promise<void> {
  await database.client.query('begin')
  await createSchemas(database.client, [schema])
  await createTables(database.client, inOneSchema(schema, tables), tables)
}

const wordRow = (at: number, said: unknown): Row => ({ stream: 'a', at, said: said as object })

describe('the bulk writer', () => {
  it('writes rows of several tables in turn, far more than goes out at once', async () => {
    await begun('in_turn')
    const writer = bulkWriter(database.client, inOneSchema('in_turn', tables))
    // Characters of one, two, three and four bytes, and what COPY and JSON escape.
    const said = { words: 'aé漢😀\\\t\n"'.repeat(50) }
    for (let round = 0; round < 300; round += 1) {
      await writer.write(
        words,
        Array.from({ length: 100 }, (_, at) => wordRow(round * 100 + at, said)),
      )
      await writer.write(marks, [{ stream: `s${round}`, tags: ['with "quotes"', String.raw`back\slash`, 'tab\tand\nline', 'nul \0'] }])
    }
    await writer.end()
    await database.client.query('commit')
    const { rows } = await database.client.query(
      `select count(*)::int as n, count(distinct at)::int as places, bool_and(said::text = $1) as same, sum(octet_length(said::text))::int > 3 * 4194304 as long from in_turn.words`,
      [JSON.stringify(said)],
    )
    expect(rows).toEqual([{ n: 30_000, places: 30_000, same: true, long: true }])
    const { rows: tags } = await database.client.query(`select distinct tags from in_turn.marks`)
    expect(tags).toEqual([{ tags: ['with "quotes"', String.raw`back\slash`, 'tab\tand\nline', 'nul \uFFFD'] }])
  })

  it('writes a row that is longer than what goes out at once', async () => {
    await begun('long_row')
    const writer = bulkWriter(database.client, inOneSchema('long_row', tables))
    const long = { words: 'x'.repeat(5_000_000) }
    await writer.write(words, [wordRow(0, 'before'), wordRow(1, long), wordRow(2, 'after')])
    await writer.end()
    await database.client.query('commit')
    const { rows } = await database.client.query(`select at, octet_length(said::text) as bytes from long_row.words order by at`)
    expect(rows.map(({ bytes }) => bytes)).toEqual([8, JSON.stringify(long).length, 7])
  })

  it('throws what a write failed with, writes no more, and leaves the connection free', async () => {
    await begun('refused')
    const writer = bulkWriter(database.client, inOneSchema('refused', tables))
    const row = wordRow(0, { words: 'x'.repeat(2_000_000) })
    const failing = async (): Promise<void> => {
      for (let round = 0; round < 50; round += 1) await writer.write(words, [row])
    }
    await expect(failing()).rejects.toThrow(/duplicate key/)
    await expect(writer.end()).rejects.toThrow(/duplicate key/)
    await writer.settled()
    await database.client.query('rollback')
    expect((await database.client.query(`select 1 as one`)).rows).toEqual([{ one: 1 }])
  })
})
