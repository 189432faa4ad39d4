-- Adds a sent file, unless it exists already.
insert into file (direction, partner, folder, name, sha256, size_bytes, content_key, state, batch_id, received_at)
values ('OUT', :partner, :folder, :name, :sha256, :size, :sha256, 'DONE', :batch, :at)
on conflict (direction, partner, content_key) do nothing
