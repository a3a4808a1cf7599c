import pino from 'pino'

export type Log = pino.Logger

const SECRET = [
  'password',
  'token',
  'authorization',
  'cookie',
  'secret',
  'url',
  'connectionString',
  'databaseUrl',
  'apiDatabaseUrl',
  'operatorDatabaseUrl',
  'eventNodeDatabaseUrl',
  'eventStoreUrl',
  'input',
]

/** JSON lines on standard error, one a fact. Fields that may hold a secret are blanked at the top and one level down. */
export function createLog(name: string, level: string, destination: pino.DestinationStream = pino.destination(2)): Log {
  return pino(
    {
      name,
      level,
      base: { name },
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: SECRET.flatMap((field) => [field, `*.${field}`]), censor: '[hidden]' },
    },
    destination,
  )
}
