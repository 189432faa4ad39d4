-- Old payrolls of two hundred payouts each, paid by a bank long ago, a file each, as the hub leaves them: :first to :last are numbers of
-- payrolls.
with made as (
  insert into payroll (payroll_id, programme, agency_code, commune_code, period_from, period, account_cutoff, pay_from, pay_until,
    item_count, total_vnd, state, taken_at, accepted_count, accepted_vnd, receipt_status, receipt_written)
  select 'CU-' || n, 'BTXH', 'UB-CU', '04792', month, month, month, month, month + 24, 200, 100000000, 'RELEASED', month, 200, 100000000,
    'SETTLED', 1
  from generate_series(:first, :last) n
    cross join lateral (select (date '2010-01-01' + make_interval(months => (n % 180)::int))::date as month) m
  returning payroll_id, period),
filed as (
  insert into batch (partner, kind, folder, period, state, seq, file_name, file_sha256, file_size, payment_count, total_vnd, proof,
    opened_at, built_at, sent_at, acknowledged_at, answer_due_on, list_closed, answered)
  select 'agribank', 'PAYMENT', 'CU', period, 'ACKNOWLEDGED', substr(payroll_id, 4)::integer, payroll_id || '.csv', repeat('0', 64),
    100000, 200, 100000000, 'ACK', period, period, period, period, period + 5, true, true
  from made
  returning batch_id, file_name),
change as (
  insert into result_change (written) select true from made returning change_id),
changed as (
  select payroll_id, change_id from (select payroll_id, row_number() over () as n from made) m
    join (select change_id, row_number() over () as n from change) c using (n)),
old as (
  insert into payout (payroll_id, line_no, current_payroll_id, current_line_no, programme, commune_code, period, entitlement_id,
    beneficiary_id, kind, for_from, for_to, amount_vnd, state, attempt, channel, partner, explanation, beneficiary_name, birth_year,
    circumstance, no_transfer, cash_place, payee_name, payee_relation, bank_bin, account_no, account_name, pay_from, pay_until, updated_at)
  select payroll_id, line, payroll_id, line, 'BTXH', '04792', period, payroll_id || '/' || line, 'CU-' || line, 'REGULAR', period, period,
    500000, 'PAID', 1, 'BANK', 'agribank', 'BANK_HAS_ACCOUNT', 'Đỗ Thị Ngọc Ánh', 1941, 'NONE', false, 'HOME', 'Đỗ Thị Ngọc Ánh', 'SELF',
    '970405', '2700201000001', 'DO THI NGOC ANH', period, period + 24, period
  from made cross join generate_series(1, 200) line
  returning payout_id, payroll_id, line_no, period),
paid as (
  insert into payment (payout_id, attempt, end_to_end_id, channel, partner, amount_vnd, bank_bin, account_no, account_name, state,
    released_at, batch_id, batch_line, paid_on, partner_ref, updated_at)
  select payout_id, 1, 'C' || lpad(payout_id::text, 15, '0'), 'BANK', 'agribank', 500000, '970405', '2700201000001', 'DO THI NGOC ANH',
    'PAID', period, batch_id, line_no, period + 3, 'FT' || payout_id, period
  from old join filed on file_name = payroll_id || '.csv'
  returning payment_id, payout_id),
stated as (
  insert into payment_status (payment_id, line_no, reported, provisional, amount_vnd, code, happened_on, effect, status_hash, received_at)
  select payment_id, 1, 'PAID', false, 500000, '00', period + 3, 'APPLIED', md5(payment_id::text), period
  from paid join old using (payout_id)),
booked as (
  insert into booking (period, partner, programme, column_name, payout_id, payment_id, item_count, amount_vnd, booked_on)
  select period, 'agribank', 'BTXH', c.name, payout_id, payment_id, 1, 500000, period
  from paid join old using (payout_id) cross join (values ('HANDED_OVER'), ('PAID')) c (name))
insert into payout_result (payroll_id, line_no, payout_id, outcome, channel, partner, end_to_end_id, amount_vnd, paid_on, partner_ref,
  revision, change_id, updated_at)
select payroll_id, line_no, payout_id, 'PAID', 'BANK', 'agribank', 'C' || lpad(payout_id::text, 15, '0'), 500000, period + 3,
  'FT' || payout_id, 1, change_id, period
from old join changed using (payroll_id)
