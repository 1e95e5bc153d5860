-- What happened on the dates inside documents.

create table dated_item (
    stream     text collate "C" not null,
    id         text collate "C" not null,
    version    integer not null,
    place      integer not null,
    day        date not null,
    last_day   date not null,
    precision  "char" not null,
    date       text not null,
    event      text collate "C" not null,
    text       text not null,
    named      text[] not null,
    subjects   text[] collate "C" not null,
    citations  json not null,
    valid_from date not null,
    valid_to   date not null,
    primary key (stream, id, version, place),
    foreign key (stream, id, version) references entry
);
create index dated_item_day on dated_item (stream, day, last_day, id, place, version);
create index dated_item_range on dated_item (stream, day, last_day, id, place, version) where precision = 'R';
create index dated_item_event on dated_item (event, stream, day, last_day, id, place, version);
comment on table dated_item is 'The entries of the timeline in each version of a document. day and last_day are the first and the last possible day of the date; its precision is D, M, Y or R (another range). {stream:id} in the text stands for the display name of a document, listed in named.';

create table dated_term (
    term      text collate "C" not null,
    day       date not null,
    last_day  date not null,
    stream    text collate "C" not null,
    id        text collate "C" not null,
    place     integer not null,
    version   integer not null,
    precision "char" not null,
    primary key (term, day, last_day, stream, id, place, version)
);
create index dated_term_range on dated_term (term, day, last_day, stream, id, place, version) where precision = 'R';
comment on table dated_term is 'The entries of the timeline that are about an institution, a function or a process; term is stream=id of that.';
