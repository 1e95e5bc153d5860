-- Events name the institutions and functions that a document mentions.

alter table entry add column mentions text[] collate "C" not null default '{}';
comment on column entry.mentions is 'The institutions and functions that the document refers to anywhere or is, each as stream=id, sorted.';
