-- What evidence can say: when a payload was last seen, when retention removed it, which page a revision was also read
-- from, and whether the publisher or a change of our reader made the revision.

alter table capture add column last_seen timestamptz, add column removed_at timestamptz;
update capture set last_seen = at;
alter table capture alter column last_seen set not null;

alter table notice_revision
  -- capture of the notice's own page, where the source has one
  add column detail bigint,
  add column cause text collate "C" not null default 'publisher',
  -- when it was read again, for revisions with the cause reread
  add column reread_at timestamptz;
