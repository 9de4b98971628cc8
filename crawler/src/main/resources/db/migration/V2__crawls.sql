-- What is known of each source from its crawls, and from where the next one starts.

create table crawl (
  id bigint generated always as identity primary key,
  source text collate "C" not null,
  started timestamptz not null,
  ended timestamptz not null,
  outcome text not null,
  cause text,
  message text,
  read integer not null,
  added integer not null,
  revised integer not null,
  rejected integer not null,
  rejected_example text
);

create index crawl_source on crawl (source, id);

create table source_state (
  source text collate "C" primary key,
  last_crawl bigint not null,
  last_success timestamptz,
  last_new timestamptz,
  failing integer not null,
  since timestamptz
);

create table source_failure (
  source text collate "C" not null,
  cause text not null,
  failures integer not null,
  primary key (source, cause)
);

-- Keys are the SHA-256 of an address or id, which may be longer than what an index takes.
create table source_validator (
  source text collate "C" not null,
  address_key bytea not null,
  etag text,
  last_modified text,
  primary key (source, address_key)
);

create table source_followed (
  source text collate "C" not null,
  address_key bytea not null,
  primary key (source, address_key)
);

create table source_played (
  source text collate "C" not null,
  recording_key bytea not null,
  primary key (source, recording_key)
);
