-- Reasons that keep each month of a programme open, and how each is ended, as the console shows them.
with month as (
  select programme, period, max(pay_until) filter (where state in ('TAKEN', 'PLANNED', 'RELEASED')) as pay_until,
    count(*) filter (where state in ('TAKEN', 'PLANNED')) as unreleased, coalesce(sum(accepted_count), 0) as accepted
  from payroll p
  where state <> 'CANCELLED' and not exists (select from period_close c where c.programme = p.programme and c.period = p.period)
  group by programme, period),
reason (programme, period, rank, what, about, items, dong, end_by) as (
  select programme, period, 1, 'bảng bị giữ vì sai tổng số', payroll_id || ', xã ' || commune_code, item_count::bigint, total_vnd,
    'cơ quan rút bảng, hoặc gửi bảng khác cùng chương trình, cùng xã, cùng kỳ; hoặc hai người bỏ bảng (DISMISS_PAYROLL)'
  from held_payroll
  union all
  select programme, period, 2, 'bảng chưa được cho chi', unreleased || ' bảng', null, null, 'hub cho chi khi đủ điều kiện, hoặc hai người duyệt bảng vượt mức' from month
  where unreleased > 0
  union all
  select o.programme, o.period, 3, case o.state when 'HELD' then 'khoản tạm giữ, chờ người quyết định' else 'khoản chưa có kết quả cuối' end,
    null, count(*), sum(o.amount_vnd),
    case o.state when 'HELD' then 'quyết định từng khoản, xem vụ việc đang mở' else 'đối tác trả lời, hoặc vụ việc quá hạn được xử lý' end
  from payout o join month m on m.programme = o.programme and m.period = o.period
  where o.state in ('OPEN', 'HELD') group by o.programme, o.period, o.state
  union all
  select o.programme, o.period, 4, 'danh sách chưa đóng', string_agg(distinct b.file_name, ', '), count(*), sum(o.amount_vnd),
    'bưu điện, xã gửi báo cáo CUỐI'
  from payment l join payout o using (payout_id) join batch b on b.batch_id = l.batch_id
    join month m on m.programme = o.programme and m.period = o.period
  where b.folder <> '' and not b.list_closed group by o.programme, o.period
  union all
  select programme, period, 5, 'quyết toán lệch', null, null, null, 'xem vụ SETTLEMENT_DIFFERENCE' from month
  where exists (select from case_record c where c.kind = 'SETTLEMENT_DIFFERENCE' and c.state = 'OPEN'
    and c.subject = 'period:' || to_char(period, 'YYYY-MM') || '/' || programme)
  union all
  select programme, period, 6, 'còn ngày chi', 'đến ' || to_char(pay_until, 'DD/MM/YYYY'), null, null, 'tự khoá sau ngày ấy' from month
  where pay_until >= :today
  union all
  select programme, period, 7, 'chưa nhận được dòng nào', null, null, null, 'không có gì để khoá' from month where accepted = 0)
select to_char(period, 'MM/YYYY') as "kỳ", programme as "chương trình", what as "vì sao", about as "cụ thể", items as "số khoản",
  to_char(dong, 'FM999,999,999,999,990') as "đồng", end_by as "cách xử lý"
from reason order by period, programme, rank, about limit 200
