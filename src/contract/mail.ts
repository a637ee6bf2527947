/** What mails are written from. Handed to the renderer as pages are: it draws, the service sends. */

import type { z } from "zod";
import type { Language } from "../domain/language.ts";
import type { Message, Notice } from "../domain/notice.ts";
import type { Board } from "./board.ts";
import type { LocalizedText, Opening, Range, ValueState } from "./common.ts";
import type { FeedFreshness } from "./sites.ts";

/** What every mail says around its content. */
export interface MailFrame {
  readonly office: LocalizedText;
  readonly zone: string;
  readonly simulated: boolean;
  /** Names by site id. */
  readonly names: Readonly<Record<string, LocalizedText>>;
  /** Where the pages are, without a slash at the end; null = nobody said: no links. */
  readonly url: string | null;
  /** When it is written, ISO 8601. */
  readonly now: string;
}

/** Visits of a day that is over. */
export interface DayCount {
  /** Null = closed or missing. */
  readonly visits: number | null;
  readonly state: z.infer<typeof ValueState>;
  readonly estimated: number;
}

export interface DigestSite {
  readonly site: string;
  readonly yesterday: DayCount;
  readonly today: {
    readonly opening: z.infer<typeof Opening>;
    /** 8 days in 10; null = closed or no forecast. */
    readonly expected: z.infer<typeof Range> | null;
    /** Null = takes no bookings. */
    readonly booked: number | null;
  };
}

/** The mail of the morning. */
export interface DigestFacts extends MailFrame {
  readonly today: string;
  readonly yesterday: string;
  readonly sites: readonly DigestSite[];
  readonly all: {
    /** Null = no site has a number. */
    readonly yesterday: number | null;
    /** Sites of which a number is missing though they were open. */
    readonly missing: number;
    readonly estimated: number;
    /** Visits of the comparable day a year before; null unless every site that has a number then has a pair. */
    readonly comparable: number | null;
    readonly today: z.infer<typeof Range> | null;
  };
  readonly weekend: Board["weekend"];
  /** Saturday as it was forecast seven days ago; null = not forecast then. */
  readonly saturday_before: z.infer<typeof Range> | null;
  /** The last seven whole days beside the seven before, over site-days known in both; null where there are none. */
  readonly week: {
    readonly visits: number;
    readonly before: number;
    /** Site-days left out because a number is missing in one of the two weeks. */
    readonly left_out: number;
    /** Per site, the largest change first. */
    readonly sites: readonly { readonly site: string; readonly visits: number; readonly before: number }[];
  } | null;
  /** Days corrected in the last seven, newest first. */
  readonly corrected: readonly {
    readonly site: string;
    readonly day: string;
    readonly before: number;
    readonly after: number;
  }[];
  /** Feeds that owe news. `site`: null = the whole territory. */
  readonly silent: readonly (z.infer<typeof FeedFreshness> & { readonly site: string | null })[];
  readonly notices: readonly Notice[];
}

/** Writes mails. Pure: same input, same bytes. */
export interface MailRenderer {
  readonly digest: (facts: DigestFacts, lang: Language) => Message;
  readonly alert: (frame: MailFrame, notices: readonly Notice[], lang: Language) => Message;
}
