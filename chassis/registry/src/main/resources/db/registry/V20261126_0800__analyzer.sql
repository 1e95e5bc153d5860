-- A new version of the text analyzer indexes all documents again at the next start.

create table index_version (number int not null);
insert into index_version values (0);
comment on table index_version is 'One row: the version of the text analyzer that wrote the words and names of the index.';

create index entry_outdated on entry (stream, id, version) where display_name is null;
comment on column entry.display_name is 'The display name; null where an entry is outdated and is replaced at the next start. {stream:id} stands for the display name of another document.';
