import { readFile, readdir } from 'node:fs/promises'

/** The kernel's unit of processor time on Linux: hundredths of a second. */
const millisecondsPerTick = 10

export type ProcessorTime = { readonly server: number; readonly database: number }

/**
 * Milliseconds of processor time that a process, and all processes of a database server together, have used. Null where there is no
 * `/proc`. Of backends that have ended, their postmaster has it.
 */
export async function processorTime(server: number, postmaster: number): Promise<ProcessorTime | null> {
  const processes = await statOfAll().catch(() => null)
  if (processes === null) return null
  const own = processes.find(({ id }) => id === server)
  const ofDatabase = processes.filter(({ id, parent }) => id === postmaster || parent === postmaster)
  return { server: own?.used ?? 0, database: ofDatabase.reduce((sum, { used }) => sum + used, 0) }
}

type Stat = { readonly id: number; readonly parent: number; readonly used: number }

async function statOfAll(): Promise<Stat[]> {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  return (await Promise.all(ids.map(statOf))).filter((stat) => stat !== null)
}

async function statOf(id: string): Promise<Stat | null> {
  // A process may end between the two readings.
  const text = await readFile(`/proc/${id}/stat`, 'utf8').catch(() => null)
  if (text === null) return null
  // After the name, which may hold blanks: state, parent, ...; user and system time, own and of children that were waited for.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  const used = [11, 12, 13, 14].reduce((sum, field) => sum + Number(fields[field]), 0)
  return { id: Number(id), parent: Number(fields[1]), used: used * millisecondsPerTick }
}
