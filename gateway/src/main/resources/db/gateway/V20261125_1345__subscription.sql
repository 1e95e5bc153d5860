-- Who wants to be told of which changes, how far each has been told, and what came of telling.

create table subscription (
    id                text primary key,
    number            bigint generated always as identity unique,
    owner             text not null,
    url               text not null,
    description       text,
    filter            json not null,
    state             text not null check (state in ('active', 'paused')),
    pause_reason      text check (pause_reason in ('requested', 'gone', 'failing')),
    paused_at         timestamptz,
    version           integer not null default 1,
    created_at        timestamptz not null default now(),
    updated_at        timestamptz not null default now(),
    position          text not null,
    replay            integer not null default 1,
    attempts          integer not null default 0,
    failing_since     timestamptz,
    next_attempt_at   timestamptz,
    last_delivered_at timestamptz,
    holder            text,
    held_until        timestamptz not null default now(),
    check ((state = 'paused') = (pause_reason is not null)),
    check ((state = 'paused') = (paused_at is not null))
);
create index subscription_owner on subscription (owner, number);
comment on column subscription.number is 'In order of creation, which is the order of pages.';
comment on column subscription.version is 'Counts what the owner, or giving up, has changed; delivering does not count.';
comment on column subscription.position is 'The point of the feed up to which everything wanted has been delivered.';
comment on column subscription.replay is 'Counts the times that the owner has set the position; what was under way then moves it no more.';
comment on column subscription.holder is 'Who delivers at the moment, until held_until at the latest; then another may take over.';

create table subscription_secret (
    number       bigint generated always as identity primary key,
    subscription text not null references subscription on delete cascade,
    secret       text not null,
    expires_at   timestamptz
);
create index subscription_secret_of on subscription_secret (subscription);
comment on table subscription_secret is 'What signs deliveries: the newest one, and older ones until they expire.';

create table delivery (
    number           bigint generated always as identity primary key,
    subscription     text not null references subscription on delete cascade,
    replay           integer not null,
    redelivery_of    bigint,
    event_id         text not null,
    event_type       text not null,
    stream           text not null,
    sequence         bigint not null,
    subject          text not null,
    position         text not null,
    outcome          text not null check (outcome in ('pending', 'delivered', 'retrying', 'failed')),
    attempts         integer not null default 0,
    created_at       timestamptz not null default now(),
    last_attempt_at  timestamptz,
    next_attempt_at  timestamptz,
    status           integer,
    error            text,
    response         text,
    millis           bigint
);
create unique index delivery_of_event on delivery (subscription, replay, event_id) where redelivery_of is null;
create unique index delivery_asked_for on delivery (subscription, redelivery_of) where outcome = 'pending';
create index delivery_age on delivery (last_attempt_at);
create index delivery_newest on delivery (subscription, number desc);
comment on table delivery is 'An event and a subscription: one row however often it is tried, and one more for each time that it is asked for again.';
