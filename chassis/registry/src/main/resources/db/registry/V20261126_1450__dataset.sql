create table dataset (
    one    boolean primary key default true check (one),
    digest text not null
);
comment on table dataset is 'The digest of the bundled dataset as last imported without an error, so that a start does not read an unchanged dataset.';
