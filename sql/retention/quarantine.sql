alter table quarantine delete where seen < fromUnixTimestamp64Milli({quarantine: Int64}, 'UTC') settings mutations_sync = 2
