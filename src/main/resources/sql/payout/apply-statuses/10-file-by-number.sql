-- The file of ours whose number the line contains.
update staged_status s set about_batch_id = b.batch_id
from batch b
where b.partner = :partner and b.kind = 'PAYMENT' and b.folder = '' and b.seq = s.about_seq and s.payment_id is not null
