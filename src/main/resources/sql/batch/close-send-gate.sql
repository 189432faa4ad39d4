-- Closes the send gate of a database that was restored from a backup; only two persons open it (money rule 11).
update send_gate set open = false, stopped_at = coalesce(stopped_at, now()),
  why = coalesce(why, 'khôi phục từ bản sao lưu')
