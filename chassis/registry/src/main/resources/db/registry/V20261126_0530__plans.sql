-- The entries of a page are found in indexes alone, as is known now or was known then.

drop index entry_current;
create unique index entry_current on entry (stream, id) include (version, valid_from, valid_to) where known_to is null;
create index entry_known on entry (stream, id, version) include (known_from, known_to, valid_from, valid_to);
create index entry_known_from on entry (stream, known_from);
create index entry_valid_from on entry (stream, valid_from, valid_to) include (id, version, known_from, known_to);
create index entry_valid_to on entry (stream, valid_to) include (id, version, known_from, known_to, valid_from);

drop index facet_current;
create index facet_current on facet (term, id) include (version, valid_from, valid_to) where known_to is null;
drop index facet_known;
create index facet_known on facet (term, id, version) include (known_from, known_to, valid_from, valid_to);

-- Most searches are of what is known now, which is half of the versions or less.

create index entry_words_current on entry using gin (words) where known_to is null;
