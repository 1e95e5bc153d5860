-- The rows of the index are written together with their revision, from one list; checking each row against it takes a fifth of
-- the time of a batch.

alter table entry drop constraint entry_stream_id_version_fkey;
alter table boundary drop constraint boundary_stream_id_version_fkey;
alter table dated_item drop constraint dated_item_stream_id_version_fkey;
