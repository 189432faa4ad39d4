-- Unusable files that an understood one replaces: the same bytes under any name, and under its name one that came before it, where the
-- contract defines names or it ended short.
select b.file_id
from file g join file b on b.direction = 'IN' and b.partner = g.partner and b.state = 'SET_ASIDE' and b.file_id <> g.file_id
  and (b.sha256 = g.sha256 or (:name_says or b.unfinished) and (b.folder, b.name) = (:folder, :name) and b.file_id < :before)
where g.file_id = :file
