-- The registry of a service: the log of its streams and the index for reads.

create table stream (
    name        text primary key,
    sequence    bigint not null,
    recorded_at timestamptz not null,
    hash        text not null
);
comment on table stream is 'The last revision of each stream. A write locks the row of its stream until it commits, so that sequences are contiguous and in commit order.';

create table revision (
    stream      text not null references stream,
    sequence    bigint not null,
    document_id text not null,
    version     integer not null,
    change      text not null,
    correction  boolean not null,
    recorded_at timestamptz not null,
    effective   date,
    actor       text not null,
    note        text,
    document    json,
    patch       json not null,
    hash        text not null,
    primary key (stream, sequence),
    unique (stream, document_id, version)
);
create index revision_recorded on revision (stream, recorded_at, sequence);
comment on table revision is 'The append-only log, source of history, knownAt and publication. document is null for a retraction.';

create function reject_rewriting() returns trigger language plpgsql as $$
begin
    raise exception 'the log is append-only';
end
$$;
create trigger append_only before update or delete on revision for each row execute function reject_rewriting();
create trigger never_emptied before truncate on revision for each statement execute function reject_rewriting();

create table publication (
    stream   text primary key references stream,
    sequence bigint not null
);
comment on table publication is 'The last published sequence of each stream. The relay locks the rows while it publishes.';

create table entry (
    stream     text not null,
    id         text not null,
    version    integer not null,
    known_from timestamptz not null,
    known_to   timestamptz,
    valid_from date not null,
    valid_to   date not null,
    words      tsvector not null,
    primary key (stream, id, version),
    foreign key (stream, id, version) references revision (stream, document_id, version)
);
create unique index entry_current on entry (stream, id) where known_to is null;
create index entry_words on entry using gin (words);
comment on table entry is 'One row per version of a document: its record time, its valid time and its search terms. known_to is null for the current version.';

create table facet (
    term       text not null,
    stream     text not null,
    id         text not null,
    version    integer not null,
    known_from timestamptz not null,
    known_to   timestamptz,
    valid_from date not null,
    valid_to   date not null
);
create index facet_current on facet (term, id) where known_to is null;
create index facet_known on facet (term, id, version);
create index facet_document on facet (stream, id) where known_to is null;
comment on table facet is 'Values that filters match: term is stream.filter=value, with the period in which it held.';

create table living (
    stream text not null references stream,
    id     text not null,
    primary key (stream, id)
);
comment on table living is 'Documents that are not retracted, and can therefore be referenced.';

create table reference (
    stream    text not null,
    id        text not null,
    to_stream text not null,
    to_id     text not null,
    primary key (stream, id, to_stream, to_id),
    foreign key (stream, id) references living on delete cascade,
    foreign key (to_stream, to_id) references living
);
create index reference_target on reference (to_stream, to_id);
comment on table reference is 'References between documents, from the current versions.';

create table imported (
    stream text not null references stream,
    id     text not null,
    digest text not null,
    primary key (stream, id)
);
comment on table imported is 'The digest of each bundled document as last imported, so that a start imports only changed documents.';
