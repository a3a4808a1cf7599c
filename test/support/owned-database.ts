import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import pg from 'pg'
import { inject } from 'vitest'

/** A database with a role that owns it and nothing else. */
export type OwnedDatabase = { readonly url: string; drop(): Promise<void> }

const document = new URL('../../infra/database-roles.md', import.meta.url)

/** Made in the run's PostgreSQL with the very statements that `infra/database-roles.md` gives, under a name of its own. */
export async function createOwnedDatabase(): Promise<OwnedDatabase> {
  const [statements = ''] = /(?<=```sql\n)create role[^`]+/.exec(await readFile(document, 'utf8')) ?? []
  const name = `o_${randomUUID().replaceAll('-', '')}`
  const password = randomUUID()
  const run = async (sql: readonly string[]): Promise<void> => {
    const client = new pg.Client({ connectionString: inject('postgresUrl') })
    await client.connect()
    try {
      for (const each of sql) await client.query(each)
    } finally {
      await client.end()
    }
  }
  const given = statements.replaceAll(/\boutstanding\b/g, name).replace("'...'", `'${password}'`)
  await run(given.split(';').filter((each) => each.trim() !== ''))
  const url = Object.assign(new URL(inject('postgresUrl')), { username: name, password, pathname: `/${name}` })
  return { url: url.href, drop: () => run([`drop database ${name} with (force)`, `drop role ${name}`]) }
}
