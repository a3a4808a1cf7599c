import { runReadCommand } from '@outstanding/ingest'
import { type Command, complain, text } from '../command.ts'

export const read: Command = {
  name: 'read',
  usage: 'FILE... [--out DIR] [--why]',
  summary: 'Reads reports and prints their recommendations as JSON. --why also lists what was left out, and the reason.',
  options: { out: { type: 'string' }, why: { type: 'boolean' } },
  takesFiles: true,
  async run(values, files) {
    if (files.length === 0) return complain('read: give at least one file (.pdf .docx .html .md .txt)', 2)
    const out = text(values, 'out')
    const options = [...(out === undefined ? [] : ['--out', out]), ...(values['why'] === true ? ['--why'] : [])]
    return runReadCommand([...options, '--', ...files], {
      out: (answer) => void process.stdout.write(answer),
      err: (sentence) => void process.stderr.write(sentence),
    })
  },
}
