-- The registry of a service: the log of its streams, and the index that its reads run on.

create table stream (
    name        text primary key,
    sequence    bigint not null,
    recorded_at timestamptz not null,
    hash        text not null
);
comment on table stream is 'The head of each stream. A write locks its stream''s row until it commits, which makes the sequence contiguous and of commit order.';

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
comment on table revision is 'The append-only log: history, knownAt and publication all read it. document is null where the change is a retraction.';

create function refuse_rewriting() returns trigger language plpgsql as $$
begin
    raise exception 'the log is append-only';
end
$$;
create trigger append_only before update or delete on revision for each row execute function refuse_rewriting();
create trigger never_emptied before truncate on revision for each statement execute function refuse_rewriting();

create table publication (
    stream   text primary key references stream,
    sequence bigint not null
);
comment on table publication is 'How far each stream has been published. Whoever publishes holds its rows locked.';

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
comment on table entry is 'One row for each version of a document: when we knew it, when it was valid, what q searches. known_to is null for the version that holds now.';

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
comment on table facet is 'What a filter asks for: term is stream.filter=value, with the period in which it held.';

create table living (
    stream text not null references stream,
    id     text not null,
    primary key (stream, id)
);
comment on table living is 'The documents that are not retracted: what others may refer to.';

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
comment on table reference is 'Who refers to whom, from the versions that hold now.';

create table imported (
    stream text not null references stream,
    id     text not null,
    digest text not null,
    primary key (stream, id)
);
comment on table imported is 'Which text of each bundled document was imported last, so that a start imports only what changed.';
