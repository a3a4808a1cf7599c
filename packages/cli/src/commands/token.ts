import { detailsOf, issueToken, listIssued, noteIssued, roleFromWord, roleWords } from '@outstanding/identity'
import { tokenDirOf, tokenKeysOf } from '@outstanding/standalone'
import { type Command, complain, text } from '../command.ts'
import { configurationOrExit } from '../configuration.ts'
import { withBarredTokens } from '../with-barred-tokens.ts'

export const token: Command = {
  name: 'token',
  usage: `--role ${roleWords.join('|')} --name "..." | --list | --revoke ID`,
  summary: 'Prints a token for a person and a role, lists the tokens issued, or revokes one.',
  options: { role: { type: 'string' }, name: { type: 'string' }, list: { type: 'boolean' }, revoke: { type: 'string' } },
  async run(values) {
    const configuration = configurationOrExit()
    if (typeof configuration === 'number') return configuration
    const revoked = text(values, 'revoke')
    if (revoked !== undefined) return revoke(revoked, configuration)
    return values['list'] === true ? list(configuration) : issue(values, configuration.dataDir)
  },
}

type Configuration = Exclude<ReturnType<typeof configurationOrExit>, number>

async function issue(values: Parameters<Command['run']>[0], dataDir: string): Promise<number> {
  const role = roleFromWord(text(values, 'role') ?? '')
  const name = text(values, 'name')?.trim()
  if (role === null) return complain(`token: --role must be one of ${roleWords.join(', ')}`, 2)
  if (!name) return complain('token: give the name of the person, for example --name "Ann Example"', 2)
  const issued = await issueToken(await tokenKeysOf(dataDir), { role, name })
  const details = detailsOf(issued)
  await noteIssued(tokenDirOf(dataDir), details)
  process.stdout.write(`${issued}\n`)
  process.stderr.write(
    `Token ${details.id} is valid until ${day(details.expiresAt)}. To revoke it earlier: outstanding token --revoke ${details.id}\n`,
  )
  return 0
}

async function list(configuration: Configuration): Promise<number> {
  const issued = await listIssued(tokenDirOf(configuration.dataDir))
  const worked = await withBarredTokens(configuration, (barred) =>
    Promise.all(issued.map(async ({ id, person }) => barred.barOf({ id, person }))),
  )
  if (!worked.ok) return complain(worked.problem, 1)
  const lines = issued.map(({ id, role, person, expiresAt }, index) => {
    const ended = new Date(expiresAt) <= new Date() ? 'expired' : 'valid'
    return [id, role, person, `until ${day(expiresAt)}`, worked.value[index] ?? ended].join('\t')
  })
  process.stdout.write(lines.map((line) => `${line}\n`).join(''))
  return 0
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

async function revoke(id: string, configuration: Configuration): Promise<number> {
  if (!uuid.test(id)) return complain('token: --revoke needs the id of a token, as printed by "outstanding token --list"', 2)
  const isKnown = (await listIssued(tokenDirOf(configuration.dataDir))).some((issued) => issued.id === id.toLowerCase())
  const worked = await withBarredTokens(configuration, (barred) => barred.revoke(id))
  if (!worked.ok) return complain(worked.problem, 1)
  const note = isKnown ? '' : ' It is not in the list of tokens issued here.'
  process.stdout.write(worked.value ? `Token ${id} is revoked.${note}\n` : `Token ${id} was already revoked.\n`)
  return 0
}

const day = (instant: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Europe/London' }).format(new Date(instant))
