-- Programmes of a period, when their month was closed, and what one that is open waits for.
select p.programme, max(c.closed_at) as closed_at, case when max(c.closed_at) is null then nullif(concat_ws('; ',
    'bảng chưa xong: ' || string_agg(p.payroll_id, ', ' order by p.payroll_id)
      filter (where p.state not in ('RELEASED', 'REFUSED', 'CANCELLED') and p.superseded_by is null),
    case when max(p.pay_until) >= :today then 'ngày chi cuối ' || to_char(max(p.pay_until), 'DD/MM/YYYY') end,
    case when p.period > :today then 'tháng chưa bắt đầu' end,
    (select 'danh sách chưa đóng: ' || string_agg(distinct b.file_name, ', ') from payment l join payout o using (payout_id)
      join batch b on b.batch_id = l.batch_id
      where o.programme = p.programme and o.period = p.period and b.folder <> '' and not b.list_closed having count(*) > 0),
    (select count(*) || ' khoản còn mở' from payout o where o.programme = p.programme and o.period = p.period
      and o.state in ('OPEN', 'HELD') having count(*) > 0),
    (select 'quyết toán chưa cân' from case_record x where x.kind = 'SETTLEMENT_DIFFERENCE' and x.state = 'OPEN'
      and x.subject = 'period:' || to_char(p.period, 'YYYY-MM') || '/' || p.programme limit 1)), '') end as waits_for
from payroll p left join period_close c on c.programme = p.programme and c.period = p.period
where p.period = :period and p.state not in ('CANCELLED', 'REFUSED') group by p.programme, p.period order by p.programme
