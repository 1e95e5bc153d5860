-- Names and ids are ordered by code point in every database, as the services merge their results.

alter table stream alter column name type text collate "C";
alter table revision
    alter column stream type text collate "C",
    alter column document_id type text collate "C";
alter table publication alter column stream type text collate "C";
alter table entry
    alter column stream type text collate "C",
    alter column id type text collate "C";
alter table facet
    alter column term type text collate "C",
    alter column stream type text collate "C",
    alter column id type text collate "C";
alter table living
    alter column stream type text collate "C",
    alter column id type text collate "C";
alter table reference
    alter column stream type text collate "C",
    alter column id type text collate "C",
    alter column to_stream type text collate "C",
    alter column to_id type text collate "C";
alter table imported
    alter column stream type text collate "C",
    alter column id type text collate "C";

-- Search ranks documents by their names, as phrases and as words of their own.

alter table entry
    add column display_name text,
    add column named        text[] not null default '{}',
    add column phrases      text[] collate "C" not null default '{}',
    add column name_words   tsvector not null default '';
create index entry_name_words on entry using gin (name_words);
comment on column entry.display_name is 'The display name; null where an entry is older than this column and is completed at the next start. {stream:id} stands for the display name of another document.';
comment on column entry.named is 'The documents that the display name mentions, each as stream:id.';
comment on column entry.phrases is 'The names, each as a phrase of folded words; each is also a facet called name.';
comment on column entry.name_words is 'The words of the names.';
