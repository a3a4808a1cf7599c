import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { runQuietly } from './command.mjs'
import { node, nodePackage, pnpm, root, toolchain } from './layout.mjs'
import { withLock } from './lock.mjs'
import { pinnedTools } from './pinned-tools.mjs'
import { NODE_VERSION, PNPM_VERSION } from './versions.mjs'

const stamp = join(toolchain, 'installed')
const MODULES = join(root, 'node_modules', '.modules.yaml')

/**
 * Makes sure that this clone has its own Node, its own pnpm and all packages of the lockfile. With everything in
 * place it reads three files and starts nothing. Throws an error whose message is one sentence for the user.
 */
export async function ensureInstalled(say) {
  if (isInstalled()) return
  await withLock(join(toolchain, 'installing'), say, async () => {
    if (isInstalled()) return
    if (!(await hasTools())) await installTools(say)
    await installPackages(say)
    writeFileSync(stamp, wanted())
  })
}

function isInstalled() {
  return existsSync(node) && existsSync(MODULES) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted()
}

/** What an installation depends on, as one digest. */
export function wanted() {
  const digest = createHash('sha256').update(`${nodePackage} ${NODE_VERSION} ${PNPM_VERSION} `)
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml']) digest.update(readFileSync(join(root, file)))
  return digest.digest('hex')
}

async function hasTools() {
  if (!existsSync(node) || !existsSync(pnpm)) return false
  const answers = [await runQuietly(node, ['-v']), await runQuietly(node, [pnpm, '-v'])]
  return (
    answers.every(({ code }) => code === 0) && answers[0].output.trim() === `v${NODE_VERSION}` && answers[1].output.trim() === PNPM_VERSION
  )
}

async function installTools(say) {
  const { manifest, lockfile } = pinnedTools()
  say(`installing Node ${NODE_VERSION} and pnpm ${PNPM_VERSION} into .toolchain (this machine's own Node is ${process.version})`)
  rmSync(join(toolchain, 'node_modules'), { recursive: true, force: true })
  mkdirSync(toolchain, { recursive: true })
  writeFileSync(join(toolchain, 'package.json'), JSON.stringify(manifest))
  writeFileSync(join(toolchain, 'package-lock.json'), JSON.stringify(lockfile))
  const quick = ['--fetch-retries=2', '--fetch-retry-mintimeout=500', '--fetch-retry-maxtimeout=3000']
  const { code, output } = await npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', ...quick])
  if (code !== 0) throw new Error(explain(`Node ${NODE_VERSION} and pnpm ${PNPM_VERSION}`, output))
  if (!(await hasTools()))
    throw new Error(`the Node in ${toolchain} is not ${NODE_VERSION} after installing it; delete .toolchain and try again`)
}

async function installPackages(say) {
  say('installing the packages of the lockfile')
  rmSync(stamp, { force: true })
  const env = {
    ...withoutNpm(process.env),
    CI: '1',
    PATH: `${join(node, '..')}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}`,
  }
  const { code, output } = await runQuietly(node, [pnpm, 'install', '--frozen-lockfile'], { cwd: root, env })
  if (code !== 0) throw new Error(explain('the packages of the lockfile', output))
}

/** npm as it was called, or the one on the path; in `.toolchain`, without the settings that an outer npm hands down. */
function npm(args) {
  const options = { cwd: toolchain, env: withoutNpm(process.env) }
  const outer = process.env.npm_execpath
  if (outer && /^np[mx]-cli\.js$/.test(basename(outer))) {
    return runQuietly(process.execPath, [join(outer, '..', 'npm-cli.js'), ...args], options)
  }
  return runQuietly('npm', args, { ...options, shell: process.platform === 'win32' })
}

/** An outer npm or npx passes its own settings as environment; only those that say how to reach the registry may pass. */
function withoutNpm(env) {
  const passes = /^npm_config_(registry|cache|userconfig|globalconfig|cafile|ca|proxy|https_proxy|noproxy|strict_ssl|.*auth.*)$/i
  return Object.fromEntries(Object.entries(env).filter(([name]) => !/^npm_/i.test(name) || passes.test(name)))
}

function explain(what, output) {
  const unreachable =
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT|error sending request|dns error/.exec(output)
  if (unreachable)
    return `could not install ${what}: the package registry cannot be reached (${unreachable[0]}); check the network and run the same command again`
  if (/EINTEGRITY/.test(output))
    return `could not install ${what}: the registry sent something other than what infra/bootstrap/versions.mjs expects (digests differ); nothing of it was run`
  const lines = output
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /err|fail|✕|ELIFECYCLE/i.test(line) && !/debug|complete log/i.test(line))
  return `could not install ${what}: ${lines.slice(0, 3).join(' / ') || output.trim().slice(-300)}`
}
