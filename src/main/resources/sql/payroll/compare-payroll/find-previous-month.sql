-- The newest month before the payroll's own for which the hub has payrolls of the same agency, programme and commune.
select max(period) from payroll
where agency_code = :agency and programme = :programme and commune_code = :commune and period < :from
  and state in ('TAKEN', 'PLANNED', 'RELEASED')
