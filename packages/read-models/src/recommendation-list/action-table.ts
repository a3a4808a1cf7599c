import type { ActionStatus, RecommendationState } from '@outstanding/domain'
import { actionDueOn, actionLead, actionStatus } from '@outstanding/domain'
import { defineTable } from '@outstanding/projection'

/** One row for each planned action, with the date and the lead that it has on the day. */
export type RecommendationActionRow = { stream: string; action: string; status: ActionStatus; due_on: string | null; lead: string | null }

export const recommendationActionTable = defineTable<RecommendationActionRow>({
  name: 'recommendation_action',
  columns: {
    stream: 'text collate "C" not null',
    action: 'text collate "C" not null',
    status: 'text collate "C" not null',
    due_on: 'date',
    lead: 'text',
  },
  primaryKey: ['stream', 'action'],
  indexes: [],
})

export const actionRows = ({ record }: RecommendationState, stream: string): readonly RecommendationActionRow[] =>
  record.actions
    .filter(({ planned }) => planned !== null)
    .map((action) => ({
      stream,
      action: action.actionId,
      status: actionStatus(action),
      due_on: actionDueOn(action),
      lead: actionLead(action),
    }))
