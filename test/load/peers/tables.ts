/**
 * The yardstick's tables: what somebody would write by hand for these questions alone, with the indexes that they need. No past, no
 * corrections: one row a recommendation and one an entry, over the same register and on the same database server.
 */
export const peerTables = (schemaOf: (table: string) => string): readonly string[] => [
  'drop schema if exists peer cascade',
  'create schema peer',
  `create table peer.report as
    select stream as id, title, content ->> 'publisher' as publisher, publication = 'PUBLISHED' as published, dated_on
      from ${schemaOf('report')}.report`,
  'alter table peer.report add primary key (id)',
  `create table peer.recommendation as
    select r.stream as id, s.authority, r.report as report_id, r.reference, r.local_reference, r.title, r.text, s.due_on, s.tracking,
        p.delivery, p.response, p.owners -> 0 ->> 'owner' as owner_id, p.owners -> 0 ->> 'name' as owner_name, s.achieved, s.ended, s.completed_on
      from ${schemaOf('recommendation')}.recommendation r
        join ${schemaOf('recommendation_schedule')}.recommendation_schedule s using (stream)
        join ${schemaOf('recommendation_position')}.recommendation_position p using (stream)`,
  'alter table peer.recommendation add primary key (id)',
  `create index on peer.recommendation (owner_id, due_on, id) where tracking = 'OPEN'`,
  'create index on peer.recommendation (report_id)',
  `create table peer.entry as
    select t.stream as recommendation_id, t.revision, t.type, t.effective_on, t.recorded_at
      from ${schemaOf('timeline')}.timeline t where t.stream like 'recommendation-%'`,
  'alter table peer.entry add primary key (recommendation_id, revision)',
  `create table peer.schedule_count as
    select ${state} as state, count(*) as count from peer.recommendation group by 1`,
  'alter table peer.schedule_count add primary key (state)',
  'vacuum analyze',
]

/** Of one day, as a hand-written query would put it. */
export const state = `case when achieved then case when completed_on > due_on then 'MET_LATE' else 'MET_ON_TIME' end when ended then 'ENDED'
  when due_on is null then 'UNDATED' when due_on < current_date then 'OVERDUE' when due_on < current_date + 28 then 'DUE_SOON' else 'NOT_DUE' end`
