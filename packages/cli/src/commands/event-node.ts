import { resolve } from 'node:path'
import { startEventNodeAlone } from '@outstanding/standalone'
import { type Command, complain, text } from '../command.ts'
import { aborted, stopSignal } from '../stop-signal.ts'

export const eventNode: Command = {
  name: 'event-node',
  usage: '--port N --data-dir DIR [--insecure]',
  summary: 'Runs the embedded event store alone, until SIGTERM.',
  options: { port: { type: 'string' }, 'data-dir': { type: 'string' }, insecure: { type: 'boolean' } },
  async run(values) {
    const port = Number(text(values, 'port') ?? Number.NaN)
    const directory = text(values, 'data-dir')
    if (!Number.isInteger(port) || port < 0 || port > 65_535) return complain('event-node: --port must be a port number from 0 to 65535', 2)
    if (!directory) return complain('event-node: --data-dir must be a directory', 2)
    const signal = stopSignal()
    const started = await startEventNodeAlone({ dataDir: resolve(directory), port, insecure: values['insecure'] === true })
    if (!started.ok) return complain(started.problem, 1)
    const { connectionFile } = started.node
    process.stdout.write(
      connectionFile === undefined
        ? `event node ready at esdb://127.0.0.1:${started.node.port}?tls=false, open to every program on this machine\n`
        : `event node ready on 127.0.0.1:${started.node.port}; clients connect with the string in ${connectionFile}, which contains its password\n`,
    )
    await aborted(signal)
    await started.node.stop()
    return 0
  },
}
