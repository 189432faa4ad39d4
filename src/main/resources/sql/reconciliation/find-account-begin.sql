-- The first day that the account is about: of its first statement that counts, or of our first file; empty before both.
select least((select min(day) from statement where partner = :partner and account = :account and state = 'CHAINED'),
  (select (min(built_at) at time zone 'Asia/Ho_Chi_Minh')::date from batch where partner = :partner and kind = 'PAYMENT'))
