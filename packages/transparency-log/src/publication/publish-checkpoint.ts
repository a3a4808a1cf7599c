import { randomBytes } from 'node:crypto'
import { constants, copyFile, link, mkdir, open, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Checkpoint } from '../checkpoint/checkpoint.ts'
import { parseCheckpoint, printCheckpoint } from '../checkpoint/checkpoint.ts'
import { planConsistency } from '../merkle/proofs.ts'
import { isContinuation } from '../merkle/verify.ts'
import { parseNote } from '../note/signed-note.ts'
import type { Queryable } from '../store/read-tree.ts'
import { readProof } from '../store/read-tree.ts'

export type Published = { readonly ok: true; readonly file: string } | { readonly ok: false; readonly problem: string }

const nameOf = (size: number): string => `checkpoint-${String(size).padStart(12, '0')}.txt`

/**
 * Puts a checkpoint into a directory that outlives the database, one file each, never overwritten: best one that the operator
 * cannot change afterwards. Refuses a head that does not continue what was published there before.
 */
export async function publishCheckpoint(
  client: Queryable,
  directory: string,
  checkpoint: Checkpoint & { readonly note: string },
): Promise<Published> {
  await mkdir(directory, { recursive: true })
  const last = await newestIn(directory)
  const problem = last && (await problemWith(client, last, checkpoint))
  if (problem) return { ok: false, problem: `${problem}: it is not published, and ${directory} keeps what it has` }
  const file = join(directory, nameOf(checkpoint.size))
  await putWhole(file, join(directory, `.${nameOf(checkpoint.size)}.${randomBytes(4).toString('hex')}`), checkpoint.note)
  return { ok: true, file }
}

/** Writes the whole file or nothing, even if the process ends: under another name first. An existing file stays. */
async function putWhole(file: string, fresh: string, text: string): Promise<void> {
  try {
    const handle = await open(fresh, 'wx')
    try {
      await handle.writeFile(text)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await link(fresh, file).catch((error: NodeJS.ErrnoException) => {
      // A file system without links.
      if (error.code !== 'EEXIST') return copyFile(fresh, file, constants.COPYFILE_EXCL)
    })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    await rm(fresh, { force: true })
  }
}

async function newestIn(directory: string): Promise<Checkpoint | null> {
  const names = (await readdir(directory)).filter((name) => /^checkpoint-\d{12,}\.txt$/.test(name)).toSorted()
  const name = names.at(-1)
  if (name === undefined) return null
  const note = parseNote(await readFile(join(directory, name), 'utf8'))
  const checkpoint = note && parseCheckpoint(note.text)
  if (!checkpoint) throw new Error(`the published checkpoint ${name} in ${directory} cannot be read`)
  return checkpoint
}

async function problemWith(client: Queryable, last: Checkpoint, next: Checkpoint): Promise<string | null> {
  const words = `the checkpoint of ${next.size} entries does not continue the published one of ${last.size}`
  if (last.size > next.size) return words
  if (last.size === next.size) return printCheckpoint(last) === printCheckpoint(next) ? null : words
  if (last.origin !== next.origin) return words
  return isContinuation(last, next, await readProof(client, planConsistency(last.size, next.size))) ? null : words
}
