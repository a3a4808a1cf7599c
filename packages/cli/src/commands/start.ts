import { startStandalone } from '@outstanding/standalone'
import { type Command, complain } from '../command.ts'
import { configurationOrExit } from '../configuration.ts'
import { aborted, stopSignal } from '../stop-signal.ts'
import { version } from '@outstanding/standalone/version'

export const start: Command = {
  name: 'start',
  usage: '',
  summary: 'Runs everything on this machine until Ctrl-C.',
  options: {},
  async run() {
    const configuration = configurationOrExit()
    if (typeof configuration === 'number') return configuration
    const began = performance.now()
    const seconds = () => `${((performance.now() - began) / 1000).toFixed(1)} s`
    const say = (line: string) => void process.stdout.write(`${line}\n`)
    const signal = stopSignal()
    void aborted(signal).then(() => say('Stopping ...'))
    say(`Outstanding ${version()}, data in ${configuration.dataDir}`)
    const started = await startStandalone(configuration, (line) => say(`  ${seconds().padStart(7)}  ${line}`), signal)
    if (!started.ok) return signal.aborted ? stopped(say) : complain(started.problem, 1)
    const { standalone } = started
    say(welcome(standalone.url, seconds()))
    await aborted(signal)
    await standalone.stop()
    return stopped(say)
  },
}

function stopped(say: (line: string) => void): number {
  say('Stopped.')
  return 0
}

function welcome(url: string, time: string): string {
  return `
Ready in ${time}: ${url}

  Read     open ${url} in a browser, or ask
           curl -s ${url}/graphql -H 'content-type: application/json' \\
             -d '{"query":"{ recommendations(first: 3) { totalCount edges { node { reference title } } } }"}'
  Write    get a token with:  npx outstanding token --role officer --name "Your Name"
           and send it as:    authorization: Bearer TOKEN
  Stop     Ctrl-C
`
}
