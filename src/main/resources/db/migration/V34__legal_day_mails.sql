-- Mails that warn of the two days of the law: lists and money of a month handed over, the month reported.
ALTER TABLE mail DROP CONSTRAINT mail_event_check,
  ADD CONSTRAINT mail_event_check CHECK (event IN ('NEW','LATE','GROWN','CLOSED','MERGED','MONTH','PROPOSAL','HANDOVER','REPORT')),
  ADD CONSTRAINT mail_legal_day CHECK (event NOT IN ('HANDOVER','REPORT') OR period IS NOT NULL);
CREATE UNIQUE INDEX mail_legal_day_once ON mail (event, period, role) WHERE event IN ('HANDOVER','REPORT');

-- Programmes and communes that handed over a list of the month before and none that covers the month.
CREATE FUNCTION lists_missing(month date) RETURNS TABLE (programme varchar, commune_code char) LANGUAGE sql STABLE AS $$
  SELECT DISTINCT l.programme, l.commune_code FROM payroll l
  WHERE l.period = lists_missing.month - interval '1 month' AND l.state NOT IN ('CANCELLED', 'REFUSED')
    AND NOT EXISTS (SELECT FROM payroll n WHERE n.programme = l.programme AND n.commune_code = l.commune_code
      AND n.period_from <= lists_missing.month AND n.period >= lists_missing.month AND n.state NOT IN ('CANCELLED', 'REFUSED'))
$$;

-- Whether something is left to do by that day: a list is missing, or none of the month is here; the month is not closed.
CREATE FUNCTION legal_day_is_open(event text, month date) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT CASE legal_day_is_open.event
    WHEN 'HANDOVER' THEN EXISTS (SELECT FROM lists_missing(legal_day_is_open.month))
      OR NOT EXISTS (SELECT FROM payroll n WHERE n.period_from <= legal_day_is_open.month AND n.period >= legal_day_is_open.month
        AND n.state NOT IN ('CANCELLED', 'REFUSED'))
    ELSE EXISTS (SELECT FROM payroll p WHERE p.period = legal_day_is_open.month AND p.state NOT IN ('CANCELLED', 'REFUSED')
      AND NOT EXISTS (SELECT FROM period_close c WHERE c.programme = p.programme AND c.period = p.period)) END
$$;
