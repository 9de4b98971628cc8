-- The archive: notices with their revisions, the captures that they were read from, and the change feed.
-- Without foreign keys: rows are written from a join with what they refer to, nothing is ever deleted, and the checks
-- of three keys took two fifths of the time of storing.

create table capture (
  id bigint generated always as identity primary key,
  source text collate "C" not null,
  address text not null,
  -- SHA-256 of the address, because an address may be longer than what an index takes
  address_key bytea not null,
  at timestamptz not null,
  sha256 bytea not null,
  size bigint not null,
  media_type text,
  file text not null,
  file_offset bigint not null,
  unique (source, address_key, sha256)
);

create table notice (
  id bigint generated always as identity primary key,
  source text collate "C" not null,
  reference text collate "C" not null,
  revision integer not null,
  -- SHA-256 of the canonical content of that revision
  content_key bytea not null,
  first_seen timestamptz not null,
  changed timestamptz not null,
  capture bigint not null,
  -- transaction of the last change: a reader passes it only when every older transaction has ended
  change_xid xid8 not null default pg_current_xact_id(),
  bucket smallint not null generated always as ((id % 8)::smallint) stored,
  unique (source, reference)
);

create index notice_change on notice (bucket, change_xid, id);

-- Append only. Content is json, not jsonb: it keeps the publisher's order of fields and is stored as it is written.
create table notice_revision (
  notice bigint not null,
  revision integer not null,
  content json not null,
  changes json not null,
  material boolean not null,
  capture bigint not null,
  seen_at timestamptz not null,
  primary key (notice, revision)
);

-- How many notices a source has, kept in the transaction that adds them: counting a million rows for a page is too slow.
create table notice_count (
  source text collate "C" primary key,
  notices bigint not null
);

create table view_cursor (
  view text collate "C" not null,
  bucket smallint not null,
  change_xid xid8 not null default '0',
  notice bigint not null default 0,
  primary key (view, bucket)
);
