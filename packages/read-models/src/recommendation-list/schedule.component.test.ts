import { addDays, scheduleOn } from '@outstanding/domain'
import fc from 'fast-check'
import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { connectionConfig } from '@outstanding/projection'
import { scheduleState } from './schedule.ts'

let db: Kysely<object>
beforeAll(() => {
  db = new Kysely({ dialect: new PostgresDialect({ pool: new pg.Pool(connectionConfig(inject('postgresUrl'), 'test')) }) })
})
afterAll(() => db.destroy())

/** Few days, so that they often fall together: what matters is on, before and after. */
const day = fc.integer({ min: 0, max: 9 }).map((days) => addDays('2018-02-24', days))
const perhaps = fc.option(day)
const asked = fc.record({
  day,
  due_soon: fc.integer({ min: 0, max: 5 }),
  baseline_on: perhaps,
  due_on: perhaps,
  achieved: fc.boolean(),
  completed_on: perhaps,
  completed_from: perhaps,
  ended: fc.boolean(),
})

it('the schedule of any dates on any day is in SQL what it is in the domain', async () => {
  const cases = fc.sample(asked, 5_000)
  const { rows } = await sql<{ n: string; state: string }>`
    select s.n, ${scheduleState(sql`s.day`, sql`s.due_soon`)} as state
    from rows from (json_to_recordset (${JSON.stringify(cases)}::json)
      as (day date, due_soon int, baseline_on date, due_on date, achieved boolean, completed_on date, completed_from date, ended boolean))
      with ordinality as s (day, due_soon, baseline_on, due_on, achieved, completed_on, completed_from, ended, n)
    order by s.n`.execute(db)
  const expected = cases.map((one) =>
    scheduleOn(
      {
        baselineOn: one.baseline_on,
        dueOn: one.due_on,
        achieved: one.achieved,
        completedOn: one.completed_on,
        completedFrom: one.completed_from,
        ended: one.ended,
      },
      one.day,
      one.due_soon,
    ),
  )
  expect(rows.map(({ state }) => state)).toEqual(expected.map(({ state }) => state))
  expect(new Set(rows.map(({ state }) => state)).size).toBe(7)
})
