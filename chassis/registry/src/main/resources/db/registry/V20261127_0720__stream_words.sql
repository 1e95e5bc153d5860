-- Words are looked for in one stream at a time: the words of a small stream may be in very many documents of a large one.
-- The stream is an array because the indexes of words hold arrays without an extension, and because no other index then fits the condition.

create index entry_stream_words on entry using gin ((array[stream]), words);
create index entry_stream_words_current on entry using gin ((array[stream]), words) where known_to is null;
create index entry_stream_name_words on entry using gin ((array[stream]), name_words);
create index entry_stream_name_words_current on entry using gin ((array[stream]), name_words) where known_to is null;
drop index entry_words;
drop index entry_words_current;
drop index entry_name_words;
drop index entry_name_words_current;
