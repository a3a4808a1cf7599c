import { createHmac } from 'node:crypto'
import { migrateKeysWith } from '@outstanding/identity'
import { migrateTransparency } from '@outstanding/transparency-log'
import pg from 'pg'
import { ensureDatabase } from './ensure-database.ts'

/** The addresses of the embedded databases, each with the role of one part. None is a superuser. They hold passwords. */
export type RoleUrls = {
  /** Owns what is in `log`. */
  readonly eventNode: string
  /** Owns the read models and the transparency log in `outstanding`, and reads and destroys the keys of entries' texts. */
  readonly projector: string
  /** Reads those, adds cosignatures, and owns the keys of people. */
  readonly api: string
  /** Acts as both for the command line, and makes roles that may read one replayed register. */
  readonly operator: string
}

const EVENT_NODE = 'outstanding_event_node'
const PROJECTOR = 'outstanding_projector'
const API = 'outstanding_api'
const OPERATOR = 'outstanding_operator'

/**
 * Makes the databases and roles of the embedded PostgreSQL, or finds them. Only here does anything of ours connect as the
 * superuser. `infra/database-roles.md` has the same for a PostgreSQL of one's own. Throws one sentence for a directory that was
 * made before there were these roles.
 */
export async function prepareRoles(superuserUrl: (database: string) => string): Promise<RoleUrls> {
  const secret = new URL(superuserUrl('postgres')).password
  // Derived, so that there is nothing more to keep; from one of them neither another nor the superuser's can be found.
  const password = (role: string) => createHmac('sha256', secret).update(role).digest('base64url')
  const url = (role: string, database: string) =>
    Object.assign(new URL(superuserUrl(database)), { username: role, password: password(role) }).href
  for (const database of ['log', 'outstanding']) await ensureDatabase(superuserUrl('postgres'), database)
  await connected(superuserUrl('outstanding'), async (client) => {
    await refuseOldOwner(client)
    for (const role of [EVENT_NODE, PROJECTOR, API, OPERATOR]) await ensureRole(client, role, password(role))
    await client.query(IN_OUTSTANDING)
    // Where the contrib modules are missing, everything works without, a little slower.
    await client.query('create extension if not exists btree_gist').catch(() => {})
  })
  await connected(url(PROJECTOR, 'outstanding'), async (client) => {
    await migrateTransparency(client)
    await client.query(`grant insert on transparency.cosignature to ${API}`)
  })
  await connected(url(API, 'outstanding'), async (client) => {
    await migrateKeysWith(client)
    await client.query(`grant usage on schema keys to ${PROJECTOR};
      grant select, delete on keys.entry_key to ${PROJECTOR}; grant select, insert on keys.removed_entry to ${PROJECTOR}`)
  })
  return {
    eventNode: url(EVENT_NODE, 'log'),
    projector: url(PROJECTOR, 'outstanding'),
    api: url(API, 'outstanding'),
    operator: url(OPERATOR, 'outstanding'),
  }
}

/** May be run again and again. Schemas and tables that the projector makes later can be read by the API at once. */
const IN_OUTSTANDING = `
alter role ${OPERATOR} createrole;
alter role ${OPERATOR} set createrole_self_grant = 'set, inherit';
grant ${PROJECTOR}, ${API} to ${OPERATOR};
revoke all on database log, outstanding from public;
grant connect, create, temporary on database log to ${EVENT_NODE};
grant connect, create, temporary on database outstanding to ${PROJECTOR};
grant connect on database outstanding to ${API};
grant connect on database outstanding to ${OPERATOR} with grant option;
create schema if not exists keys authorization ${API};
alter default privileges for role ${PROJECTOR} grant usage on schemas to ${API};
alter default privileges for role ${PROJECTOR} grant select on tables to ${API};
`

async function ensureRole(client: pg.Client, role: string, password: string): Promise<void> {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role])
  if (rowCount === 0) await client.query(`create role ${role} login nosuperuser nocreatedb noreplication nobypassrls`)
  await client.query(`alter role ${role} password ${client.escapeLiteral(password)}`)
}

async function refuseOldOwner(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query(
    `select from pg_namespace join pg_roles on pg_roles.oid = nspowner where nspname = 'read_models' and rolsuper`,
  )
  if (rowCount !== 0)
    throw new Error(
      'this data directory was made by an earlier build, in which one database role owned everything; set OUTSTANDING_DATA_DIR to a new one',
    )
}

async function connected(connectionString: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5_000 })
  client.on('error', () => {})
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
