-- Payouts that were paid twice by this file.
select distinct l.payout_id from staged_status s join payment l using (payment_id) where s.effect = 'PAID_TWICE'
