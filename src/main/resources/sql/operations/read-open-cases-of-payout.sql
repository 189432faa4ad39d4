-- The open cases about a payout, alone or among others of its agency, and about its payroll and its files.
select case_id, kind, evidence, due_at from case_record where subject = any (:subjects::text[]) and state = 'OPEN'
union all
select c.case_id, c.kind, m.evidence, c.due_at from case_payout m join case_record c using (case_id)
where m.payout_id = :payout and m.ended_at is null and c.state = 'OPEN' and c.subject <> all (:subjects::text[])
order by case_id
