-- What tells how a source is doing: how often its fields are filled, what its last response looked like, what its publisher
-- says that there is, and who has taken note of what is broken.
alter table crawl
  add column measured integer not null default 0,
  add column filled json,
  add column nowhere text;

create index crawl_news on crawl (source, id) where added + revised > 0;

alter table source_state
  add column failing_since timestamptz,
  add column empty_since timestamptz;

-- Counts with a fraction: what is older counts less. since: from when the field is filled less than usual.
create table source_field (
  source text collate "C" not null,
  field text collate "C" not null,
  usual_filled double precision not null,
  usual_measured double precision not null,
  filled double precision not null,
  measured double precision not null,
  since timestamptz,
  primary key (source, field)
);

create table source_response (
  source text collate "C" primary key,
  at timestamptz not null,
  status integer not null,
  media_type text,
  size bigint not null,
  beginning text not null
);

create table source_statement (
  source text collate "C" primary key,
  at timestamptz not null,
  statement json not null
);

create table source_acknowledgement (
  source text collate "C" primary key,
  trouble text not null,
  at timestamptz not null,
  person text not null,
  note text not null
);
