-- A result that the welfare database refused gets a change of its own, unless it is alone in its change; gives the change that it has then.
with refused as (
  select r.change_id, exists (select from payout_result o where o.change_id = r.change_id
    and (o.payroll_id, o.line_no) <> (r.payroll_id, r.line_no)) as shared
  from payout_result r
  where r.payroll_id = :payroll_id and r.line_no = :line_no and r.revision = :revision),
own as (
  insert into result_change (written) select false from refused where shared
  returning change_id),
moved as (
  update payout_result r set change_id = own.change_id
  from own
  where r.payroll_id = :payroll_id and r.line_no = :line_no and r.revision = :revision
  returning r.change_id)
select change_id from moved
union all
select change_id from refused where not shared
