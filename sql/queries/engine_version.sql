-- Version of the store's engine.
select version() as version
