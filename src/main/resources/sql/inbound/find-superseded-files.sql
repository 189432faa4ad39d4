-- Earlier unusable files that this one replaces: the same bytes, or the same name where the contract defines names.
select b.file_id
from file g join file b on b.direction = 'IN' and b.partner = g.partner and b.state = 'SET_ASIDE' and b.file_id < g.file_id
  and (b.sha256 = g.sha256 or :name_says and (b.folder, b.name) = (g.folder, g.name))
where g.file_id = :file
