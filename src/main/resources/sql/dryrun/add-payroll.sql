-- The payroll as planning and gathering find it.
insert into pg_temp.payroll (payroll_id, programme, agency_code, commune_code, period_from, period, account_cutoff, pay_from, pay_until,
  item_count, total_vnd, state, released_at, taken_at, receipt_status)
values (:payroll, :programme, :agency, :commune, :from, :period, :cutoff, :payFrom, :payUntil, :items, :dong, 'RELEASED', :at, :at, 'TAKEN')
