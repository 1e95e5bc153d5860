-- The trace of a write, for the event that is sent later, possibly by another process.

alter table revision add column traceparent text;
comment on column revision.traceparent is 'The traceparent of the write (W3C Trace Context), or null. Not part of the hash.';
