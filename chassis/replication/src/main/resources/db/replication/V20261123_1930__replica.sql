-- Replicas of the streams of other services, for references across services and computed resources.

create table replica_stream (
    stream     text primary key,
    sequence   bigint not null,
    log_offset bigint not null
);
comment on table replica_stream is 'The progress of each replicated stream. log_offset is the Kafka offset to continue from. The row is locked while revisions are applied.';

create table replica_revision (
    stream      text not null references replica_stream,
    sequence    bigint not null,
    document_id text not null,
    version     integer not null,
    change      text not null,
    recorded_at timestamptz not null,
    document    json,
    primary key (stream, sequence),
    unique (stream, document_id, version)
);
comment on table replica_revision is 'Every replicated revision. document is null for a retraction.';
