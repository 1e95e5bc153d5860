-- Which trace a revision was written in, so that its event, which is sent later and maybe by another process, belongs to it.

alter table revision add column traceparent text;
comment on column revision.traceparent is 'The span that wrote the revision (W3C Trace Context); null where the writer was not traced. Not in the hash: it says nothing of the world or of our knowledge.';
