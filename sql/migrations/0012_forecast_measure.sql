-- What a forecast counts joins the key: `visits` for every vintage issued before there was a choice. The primary key
-- stays as it was: measures of a site are read together. First without a default and then with one, for a column that
-- enters the sorting key may have none. `chosen` = why this model serves, a JSON document; empty = it was not compared.
alter table forecast_point
  add column if not exists measure LowCardinality(String),
  modify order by (site, step, origin, issued_at, start, measure);

alter table forecast_point modify column measure LowCardinality(String) default 'visits';

alter table forecast_run
  add column if not exists measure LowCardinality(String),
  add column if not exists chosen String,
  modify order by (site, step, origin, issued_at, measure);

alter table forecast_run modify column measure LowCardinality(String) default 'visits';
