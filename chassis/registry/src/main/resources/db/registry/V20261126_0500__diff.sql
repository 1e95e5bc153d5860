-- On which days a document changes, for differences between two days.

create table boundary (
    stream  text collate "C" not null,
    id      text collate "C" not null,
    version integer not null,
    day     date not null,
    state   integer not null,
    primary key (stream, id, version, day),
    foreign key (stream, id, version) references entry
);
create index boundary_day on boundary (stream, day, id, version);
comment on table boundary is 'The days from which on the view of a version of a document is another one. Equal states of a version are equal views; 0 is no view, as before the first row.';

create table boundary_term (
    term    text collate "C" not null,
    day     date not null,
    stream  text collate "C" not null,
    id      text collate "C" not null,
    version integer not null,
    primary key (term, day, stream, id, version)
);
comment on table boundary_term is 'The boundaries of the documents that are about an institution or a function; term is stream=id of that.';

alter table entry add column subjects text[] collate "C" not null default '{}';
create index entry_subjects on entry using gin (subjects);
comment on column entry.subjects is 'The institutions, functions and processes that the document is about, each as stream=id.';
