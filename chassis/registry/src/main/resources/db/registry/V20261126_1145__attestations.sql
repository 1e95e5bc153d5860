-- What is no longer attested is neither current nor ended.

alter table entry add column last_attested date;
comment on column entry.last_attested is 'The last day on which a source shows the document to hold; null where it holds until its end.';

drop index entry_current;
create unique index entry_current on entry (stream, id) include (version, valid_from, valid_to, last_attested) where known_to is null;
drop index entry_known;
create index entry_known on entry (stream, id, version) include (known_from, known_to, valid_from, valid_to, last_attested);
drop index entry_valid_from;
create index entry_valid_from on entry (stream, valid_from, valid_to) include (id, version, known_from, known_to, last_attested);
drop index entry_valid_to;
create index entry_valid_to on entry (stream, valid_to) include (id, version, known_from, known_to, valid_from, last_attested);

create index entry_confirmed_to on entry (stream, least(valid_to, last_attested))
    include (id, version, known_from, known_to, valid_from, valid_to, last_attested);
create index entry_last_attested on entry (stream, last_attested)
    include (id, version, known_from, known_to, valid_from, valid_to) where last_attested is not null;

-- Documents with a last attestation or with identifiers, which are filterable now, are indexed again at the next start.

update entry e set display_name = null
from revision r
where r.stream = e.stream and r.document_id = e.id and r.version = e.version
  and r.document::text ~ '"(lastAttested":"|identifiers":\[\{)';
