/** The push intake over the service's store. */
import { persistent } from "../../ingest/persist.ts";
import { createIntake } from "../../ingest/push/intake.ts";
import type { PushIntake } from "../domain/push.ts";
import { createPushReplies } from "../store/push-replies.ts";
import { createRecordSink } from "../store/record-sink.ts";
import { createStateStore } from "../store/state-store.ts";
import { feedLog } from "./feeds.ts";
import type { Service } from "./service.ts";

export function openIntake({
  store,
  territory,
  log,
  now,
}: Pick<Service, "store" | "territory" | "log" | "now">): PushIntake {
  const sink = createRecordSink(store, territory.zone, territory.sites);
  const held = persistent(sink, createStateStore(store));
  return createIntake(territory, { ...held, replies: createPushReplies(store), log: feedLog(log), now });
}
