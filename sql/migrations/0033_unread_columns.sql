-- Which columns of the source a run met that nobody reads, by name: a new one may be what an old one has become. Empty for
-- runs before, and for sources without a header. ORDER BY as it was; kept with the run.
alter table feed_run add column if not exists unread Array(String);
