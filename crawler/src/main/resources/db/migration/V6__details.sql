-- Which notices had their own pages read, and what their list said of them then.

create table source_detail (
  source text collate "C" not null,
  -- SHA-256 of the reference, which may be longer than what an index takes
  reference_key bytea not null,
  list_key bytea not null,
  at timestamptz not null,
  primary key (source, reference_key)
);
