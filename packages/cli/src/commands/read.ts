import { runReadCommand } from '@outstanding/ingest'
import { type Command, complain, text } from '../command.ts'

export const read: Command = {
  name: 'read',
  usage: 'FILE... [--out DIR]',
  summary: 'Reads reports and prints what they recommend, as JSON.',
  options: { out: { type: 'string' } },
  takesFiles: true,
  async run(values, files) {
    if (files.length === 0) return complain('read: name at least one file (.pdf .docx .html .md .txt)', 2)
    return runReadCommand(files, { out: text(values, 'out') })
  },
}
