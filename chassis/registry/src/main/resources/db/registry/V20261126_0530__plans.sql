-- The entries of a page are found in indexes alone.

drop index entry_current;
create unique index entry_current on entry (stream, id) include (version, valid_from, valid_to) where known_to is null;
create index entry_known_from on entry (stream, known_from);
create index entry_valid_from on entry (stream, valid_from, valid_to) include (id, version) where known_to is null;
create index entry_valid_to on entry (stream, valid_to) include (id, version, valid_from) where known_to is null;

drop index facet_current;
create index facet_current on facet (term, id) include (version, valid_from, valid_to) where known_to is null;

-- Most searches are of what is known now, which is half of the versions or less.

create index entry_words_current on entry using gin (words) where known_to is null;
