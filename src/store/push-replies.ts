/** Answers given to pushed batches, for as long as they may come again. */
import { z } from "zod";
import type { KnownPush, PushReplies } from "../domain/push.ts";
import { REJECTION_REASONS } from "../domain/record.ts";
import { toIso } from "../domain/time.ts";
import type { Store } from "./connect.ts";
import { insertRows } from "./rows.ts";

const Rejected = z.object({
  reason: z.enum(REJECTION_REASONS),
  position: z.string(),
  field: z.string().exactOptional(),
  detail: z.string(),
});
const Reply = z.object({
  feed: z.string(),
  stored: z.number(),
  rejected: z.partialRecord(z.enum(REJECTION_REASONS), z.number()),
  rejections: z.array(Rejected),
  unread: z.array(z.string()),
});
const Rows = z.array(z.object({ token: z.string(), content: z.string(), reply: z.string() }));

export function createPushReplies(store: Store): PushReplies {
  return {
    async read(feed, tokens) {
      const rows = await store.rows(
        "read_push_reply",
        `select token, content, reply from push_reply final
         where feed = {feed: String} and token in {tokens: Array(String)}`,
        { feed, tokens: [...tokens] },
      );
      return Rows.parse(rows).map(
        ({ token, content, reply }): KnownPush => ({ token, content, reply: Reply.parse(JSON.parse(reply)) }),
      );
    },
    save: (feed, answered, now) =>
      insertRows(
        store,
        "save_push_reply",
        "push_reply",
        answered.map(({ token, content, reply }) => ({
          feed,
          token,
          content,
          reply: JSON.stringify(reply),
          at: toIso(now),
        })),
      ),
  };
}
