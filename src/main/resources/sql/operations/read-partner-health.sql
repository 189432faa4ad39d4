-- When a partner last spoke, when it was last sent a file, since when it owes an answer, and how many of its batches are in doubt.
select
  (select to_char(max(a.arrived_at) at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD HH24:MI')
    from file_arrival a join file f using (file_id) where f.partner = :partner and f.direction = 'IN'),
  (select to_char(max(sent_at) at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD HH24:MI') from batch where partner = :partner),
  (select to_char(min(sent_at) at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD HH24:MI')
    from batch where partner = :partner and state in ('SENT', 'ACKNOWLEDGED') and not answered),
  (select count(*) from batch where partner = :partner and state = 'IN_DOUBT')
