-- Whether files may leave, in which generation, and since when not.
select open, generation, to_char(stopped_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD HH24:MI')
from send_gate
