import { issueToken, roleFromWord, roleWords } from '@outstanding/identity'
import { tokenKeysOf } from '@outstanding/standalone'
import { type Command, complain, text } from '../command.ts'
import { configurationOrExit } from '../configuration.ts'

export const token: Command = {
  name: 'token',
  usage: `--role ${roleWords.join('|')} --name "..."`,
  summary: 'Prints a token for a person and a role.',
  options: { role: { type: 'string' }, name: { type: 'string' } },
  async run(values) {
    const role = roleFromWord(text(values, 'role') ?? '')
    const name = text(values, 'name')?.trim()
    if (role === null) return complain(`token: --role must be one of ${roleWords.join(', ')}`, 2)
    if (!name) return complain('token: --name must say whose token it is, as --name "Your Name"', 2)
    const configuration = configurationOrExit()
    if (typeof configuration === 'number') return configuration
    const keys = await tokenKeysOf(configuration.dataDir)
    process.stdout.write(`${await issueToken(keys, { role, name })}\n`)
    return 0
  },
}
