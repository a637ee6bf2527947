alter table rejected_record delete where at < fromUnixTimestamp64Milli({quarantine: Int64}, 'UTC') settings mutations_sync = 2
