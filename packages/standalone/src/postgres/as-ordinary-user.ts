import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { chown, stat } from 'node:fs/promises'
import { userInfo } from 'node:os'

/** The command line under which a program of PostgreSQL runs as an ordinary user and ends with its parent. */
export type RunAs = (command: string, args: readonly string[]) => [string, string[]]

/**
 * Root borrows the number of a user that exists (initdb looks its name up) and creates none. In a user namespace root's
 * own files then seem to be that user's, so a directory below a 0700 parent stays reachable. Where namespaces are
 * forbidden, as in many containers, or the directory is already such a user's, the number is taken for real, with
 * the right to pass over file permissions kept. A user without a name borrows one in a namespace, too. `directory`
 * exists and is the one that will be written.
 */
export async function ordinaryUser(directory: string, mustRun: string): Promise<RunAs> {
  if (process.getuid?.() !== 0) return endingWithParent(hasName() ? [] : underAName(directory, mustRun))
  const owner = (await stat(directory)).uid
  const user = owner === 0 ? borrowedUser() : owner
  const inNamespace = namespaceOf(user)
  if (owner === 0 && canWork(inNamespace, directory, mustRun)) return endingWithParent(inNamespace)
  const asUser = [
    'setpriv',
    `--reuid=${user}`,
    `--regid=${user}`,
    '--clear-groups',
    // Else the right below would not count where PostgreSQL asks whether it may run its own programs.
    '--securebits=+no_setuid_fixup',
    '--inh-caps=-all,+dac_override',
    '--ambient-caps=-all,+dac_override',
  ]
  if (!canWork(asUser, directory, mustRun)) {
    throw new Error(
      `PostgreSQL cannot run as root, and neither unshare nor setpriv can start it as another user for ${directory}; start Outstanding as an ordinary user`,
    )
  }
  await chown(directory, user, user)
  return endingWithParent(asUser)
}

const namespaceOf = (user: number): string[] => ['unshare', '-U', `--map-user=${user}`, `--map-group=${user}`]

/** Containers often run under a number that no name belongs to; initdb will not. */
function hasName(): boolean {
  try {
    return userInfo().username !== ''
  } catch {
    return false
  }
}

function underAName(directory: string, mustRun: string): string[] {
  const inNamespace = namespaceOf(borrowedUser())
  return canWork(inNamespace, directory, mustRun) ? inNamespace : []
}

/** `setpriv` must come last: entering a namespace or changing the user clears a death signal set before. */
function endingWithParent(prefix: string[]): RunAs {
  const signal = hasSetpriv() ? ['setpriv', '--pdeathsig', 'INT'] : []
  return (command, args) => {
    const [first = command, ...rest] = [...prefix, ...signal, command, ...args]
    return [first, rest]
  }
}

function canWork(prefix: string[], directory: string, mustRun: string): boolean {
  const [first, ...rest] = [...prefix, 'sh', '-c', 'test -w "$0" && test -x "$1"', directory, mustRun]
  return spawnSync(first, rest, { stdio: 'ignore', timeout: 5_000 }).status === 0
}

function hasSetpriv(): boolean {
  return (
    process.platform === 'linux' && spawnSync('setpriv', ['--pdeathsig', 'INT', 'true'], { stdio: 'ignore', timeout: 5_000 }).status === 0
  )
}

function borrowedUser(): number {
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => Number(line.split(':')[2]))
  return [1000, 65_534].find((user) => users.includes(user)) ?? users.find((user) => user > 0) ?? 65_534
}
