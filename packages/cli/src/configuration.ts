import { type Configuration, readConfiguration } from '@outstanding/runtime'
import { complain } from './command.ts'

/** The configuration of the environment, or the exit code after the complaint about it. */
export function configurationOrExit(): Configuration | number {
  const configuration = readConfiguration(process.env)
  return configuration.ok ? configuration.value : complain(configuration.problem, 1)
}
