-- Subscriptions belong to a subject of an issuer, not to a name.

alter table subscription
    add column owner_issuer text,
    add column owner_subject text,
    add check ((owner_issuer is null) = (owner_subject is null));
create index subscription_owner_subject on subscription (owner_issuer, owner_subject, number);
comment on column subscription.owner is 'The name in the token that created the row, for display.';
comment on column subscription.owner_subject is 'Null in rows of earlier versions; the first request of a caller with that name fills it in.';
