-- The relay compares the topic with the log: the offset of the last published revision.

alter table publication add column log_offset bigint;
comment on column publication.log_offset is 'The offset of the last published revision in its topic; null if it is unknown.';
