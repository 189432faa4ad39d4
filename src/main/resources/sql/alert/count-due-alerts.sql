-- The number of cases, threads, months and proposals without a mail yet.
select (select count(*) from case_not_notified c
    left join unnest(:graced::text[], :graces::int[]) as healing (kind, seconds) on healing.kind = c.kind
    left join unnest(:graced_causes::text[], :cause_graces::int[]) as waiting (cause, seconds) on waiting.cause = c.cause
    where c.opened_at + make_interval(secs => greatest(coalesce(healing.seconds, 0), coalesce(waiting.seconds, 0)))
      <= case when c.kind = any (:daily::text[]) then :daily_turn::timestamptz else :now::timestamptz end)
  + (select count(*) from alert_state s join case_record c using (case_id)
      where s.closed_notified_at is null and c.state = 'OPEN'
        and (select count(*) from unnest(:passed::timestamptz[]) as passed where c.due_at <= passed) > s.escalated_level)
  + (select count(*) from case_grown where since <= :gathered)
  + (select count(*) from mail_thread_to_close)
  + (select count(*) from month_not_notified)
  + (select count(*) from proposal_not_notified)
