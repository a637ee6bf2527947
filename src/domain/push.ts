/** What a source system sends us by itself, and what it is answered. */
import type { RejectionReason } from "./record.ts";
import type { Rejection } from "./sink.ts";

export const PUSH_FORMATS = ["json", "jsonl", "csv"] as const;
export type PushFormat = (typeof PUSH_FORMATS)[number];

/** Most bytes and rows of one batch. */
export const PUSH_BYTES = 5 * 1024 * 1024;
export const PUSH_ROWS = 20_000;

/** The answer to a batch; the same for the same batch sent again. */
export interface PushReply {
  readonly feed: string;
  /** Records of this batch that the store holds now, those that it held before among them. */
  readonly stored: number;
  readonly rejected: Readonly<Partial<Record<RejectionReason, number>>>;
  /** The first rows set aside. */
  readonly rejections: readonly Rejection[];
  /** Names of fields that are not on the list, which nobody read. */
  readonly unread: readonly string[];
}

export type PushOutcome =
  | { readonly kind: "stored"; readonly reply: PushReply }
  /** Fields that look personal: nothing of the batch was kept. */
  | { readonly kind: "personal"; readonly fields: readonly string[] }
  | { readonly kind: "unreadable"; readonly detail: string }
  | { readonly kind: "too_many"; readonly detail: string }
  /** The key stands for another batch already. */
  | { readonly kind: "key_taken" }
  /** More is waiting to be stored than may wait. */
  | { readonly kind: "busy" };

/** What shows that a batch comes from the feed's own source. */
export interface PushProof {
  readonly authorization: string | undefined;
  /** Seconds since 1970. */
  readonly timestamp: string | undefined;
  readonly signature: string | undefined;
}

export interface PushBatch {
  readonly bytes: Uint8Array;
  readonly format: PushFormat;
  /** The sender's own name for the batch, if it gave one. */
  readonly key: string | undefined;
}

/** A feed into which its source pushes. */
export interface PushFeed {
  readonly id: string;
  /** Batches a minute. */
  readonly perMinute: number;
  /** `true`/`false` where the headers decide; else what judges the body. */
  proves(proof: PushProof): boolean | ((body: Uint8Array) => boolean);
  /** Stores a batch; resolves once it is stored.  @throws StoreError */
  push(batch: PushBatch): Promise<PushOutcome>;
}

/** All feeds into which something is pushed. */
export interface PushIntake {
  feed(id: string): PushFeed | undefined;
  /** Resolves when nothing is under way any more. */
  close(): Promise<void>;
}

/** A batch that was answered before. */
export interface KnownPush {
  readonly token: string;
  /** Digest of what was sent. */
  readonly content: string;
  readonly reply: PushReply;
}

/** Answers given so far. Both may be repeated. */
export interface PushReplies {
  read(feed: string, tokens: readonly string[]): Promise<readonly KnownPush[]>;
  save(feed: string, answered: readonly KnownPush[], now: number): Promise<void>;
}
