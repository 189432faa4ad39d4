-- No waiting mail is sent before then.
update mail
set next_try_at = greatest(next_try_at, :nextTry)
where state in ('QUEUED', 'SENDING')
