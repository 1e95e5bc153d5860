-- Searches look for words of names first.

create index entry_name_words_current on entry using gin (name_words) where known_to is null;
