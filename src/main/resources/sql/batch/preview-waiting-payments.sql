-- Groups of planned payments of one payroll at a partner, in a dry run.
select l.folder, p.programme, p.period, p.pay_from, max(p.pay_until) as pay_until, count(*) as payments
from payment l join payout p using (payout_id)
where p.current_payroll_id = :payroll and l.partner = :partner and l.state = 'PLANNED'
group by 1, 2, 3, 4
order by 1, 2, 3, 4
