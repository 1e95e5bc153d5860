-- What the streams of other services have said: references across services and what is computed from them rest on it.

create table followed (
    stream     text primary key,
    sequence   bigint not null,
    log_offset bigint not null
);
comment on table followed is 'How far each stream of another service has been read. log_offset is the place in its topic to read on from. Whoever takes revisions in holds the row locked.';

create table followed_revision (
    stream      text not null references followed,
    sequence    bigint not null,
    document_id text not null,
    version     integer not null,
    change      text not null,
    recorded_at timestamptz not null,
    document    json,
    primary key (stream, sequence),
    unique (stream, document_id, version)
);
comment on table followed_revision is 'Every revision read from the streams of other services, each once. document is null where the change is a retraction.';
