-- Webhook subscriptions, their secrets and their deliveries.

create table subscription (
    id                text primary key,
    number            bigint generated always as identity unique,
    owner             text not null,
    url               text not null,
    description       text,
    filter            json not null,
    state             text not null check (state in ('ACTIVE', 'PAUSED')),
    pause_reason      text check (pause_reason in ('REQUESTED', 'GONE', 'FAILING')),
    paused_at         timestamptz,
    version           integer not null,
    created_at        timestamptz not null,
    updated_at        timestamptz not null,
    position          text not null,
    replay            integer not null,
    attempts          integer not null,
    failing_since     timestamptz,
    next_attempt_at   timestamptz,
    last_delivered_at timestamptz,
    lease_holder      text,
    leased_until      timestamptz not null default now(),
    check ((state = 'PAUSED') = (pause_reason is not null)),
    check ((state = 'PAUSED') = (paused_at is not null))
);
create index subscription_owner on subscription (owner, number);
comment on column subscription.number is 'The order of creation and of pages.';
comment on column subscription.version is 'Counts the changes of settings, including an automatic pause. Deliveries do not change it.';
comment on column subscription.position is 'Position in the feed up to which every matching event is delivered.';
comment on column subscription.replay is 'Counts how often the owner has set the position; a delivery that began before does not move it.';
comment on column subscription.lease_holder is 'The delivery run that holds the lease until leased_until; another run may take over then.';

create table subscription_secret (
    number       bigint generated always as identity primary key,
    subscription text not null references subscription on delete cascade,
    secret       text not null,
    expires_at   timestamptz
);
create index subscription_secret_of on subscription_secret (subscription);
comment on table subscription_secret is 'The secrets that sign deliveries: the newest one, and older ones until they expire.';

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
    outcome          text not null check (outcome in ('PENDING', 'DELIVERED', 'RETRYING', 'FAILED')),
    attempts         integer not null,
    created_at       timestamptz not null,
    last_attempt_at  timestamptz,
    next_attempt_at  timestamptz,
    status           integer,
    error            text,
    response         text,
    millis           bigint
);
create unique index delivery_of_event on delivery (subscription, replay, event_id) where redelivery_of is null;
create unique index delivery_requested on delivery (subscription, redelivery_of) where outcome = 'PENDING';
create index delivery_age on delivery (last_attempt_at);
create index delivery_newest on delivery (subscription, number desc);
comment on table delivery is 'One row for each event and subscription, whatever the number of attempts, and one for each redelivery.';
