import type { CommitteeEvent, CommitteeState } from '@outstanding/domain'
import { committeeDecider } from '@outstanding/domain'
import { defineReadModel } from '@outstanding/projection'
import type { CommitteeTableRow } from './tables.ts'
import { committeeTable } from './tables.ts'

export const committees = defineReadModel<CommitteeState, CommitteeEvent>({
  name: 'committees',
  version: 1,
  category: 'committee',
  tables: [committeeTable],
  initial: committeeDecider.initial,
  evolve: committeeDecider.evolve,
  rows({ slug, kind, authority, name, formerNames, remit, quorum, abolished }, stream) {
    if (slug === null || kind === null) return {}
    const row: CommitteeTableRow = {
      stream,
      authority,
      slug,
      name,
      former_names: [...formerNames],
      kind,
      remit,
      quorum,
      abolished_on: abolished?.on ?? null,
      successors: [...(abolished?.successors ?? [])],
      resolution: abolished?.resolution ?? null,
    }
    return { [committeeTable.name]: [row] }
  },
})
