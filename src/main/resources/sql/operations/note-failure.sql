-- Why a message could not be worked off; the newest reason counts.
insert into message_failure as f (queue, body, reason, exception, attempts, failed_at)
values (:queue, :body, :reason, :exception, 1, :now)
on conflict (queue, body) do update
  set reason = excluded.reason, exception = excluded.exception, attempts = f.attempts + 1, failed_at = excluded.failed_at
