-- Earlier bulks that carried one of these ids are queried once more, in any state.
insert into api_bulk (batch_id, query_once)
select distinct old.batch_id, true
from payment l join batch old on old.batch_id = l.came_back_from
where l.end_to_end_id = any (:end_to_end_ids::bpchar[])
on conflict (batch_id) do update set query_once = true
