-- The date in the world is as precise as the document states it.

alter table revision alter column effective type text using effective::text;
comment on column revision.effective is 'When the change happened in the world, in EDTF; null if unknown.';
