/** Alerts and the morning mail of a running service: facts from the views, words from the dashboards, sending and
 *  remembering by the jobs. */
import type { MailRenderer } from "../contract/mail.ts";
import type { AlertKind } from "../domain/alert.ts";
import { MINUTE } from "../domain/time.ts";
import { type AlertFacts, noticesOf } from "../jobs/alerts/conditions.ts";
import { digestTurn, isDigestDue } from "../jobs/alerts/digest-turn.ts";
import { createLedger } from "../jobs/alerts/ledger.ts";
import { createSend, isMail } from "../jobs/alerts/send.ts";
import { alertTurn } from "../jobs/alerts/turn.ts";
import { readAlertFacts } from "../views/mail/alert-facts.ts";
import { mailFrame, readDigest } from "../views/mail/digest.ts";
import { createViews } from "../views/views.ts";
import { readDashboards } from "./dashboards.ts";
import type { Service } from "./service.ts";
import { VERSION } from "./version.ts";

export interface Notices {
  /** Tells what is true now and was not told yet. */
  turn(): Promise<void>;
}

/** What hardly changes during a day, and takes long to look for. */
const SELDOM: readonly AlertKind[] = ["anomaly", "feed_suspect", "data_state"];
const SELDOM_MS = 15 * MINUTE;

/** Null where the territory file asks for no alert and no digest, and where nobody named there could be reached. */
export function createNotices(service: Service): Notices | null {
  const { territory, now, log, config, store } = service;
  const { alerts, digest, zone } = territory;
  if (alerts.length === 0 && digest === null) return null;
  const recipients = [...alerts.flatMap(({ to }) => to), ...(digest?.to ?? [])];
  const mails = config.mail !== null;
  if (!mails && recipients.some(({ address }) => isMail(address))) {
    const text = "alerts and digests are not mailed: set BEFFROI_SMTP_URL and BEFFROI_MAIL_FROM";
    if (territory.simulated) log.info(text);
    else log.warn(text);
  }
  if (!recipients.some(({ address }) => mails || !isMail(address))) return null;
  const parts = mailParts(service);
  const kinds = new Set<AlertKind>(alerts.map(({ when }) => when.kind));
  const facts = factsReader(parts, kinds);
  const effects = {
    ledger: createLedger(store),
    now,
    log,
    zone,
    mails,
    send: createSend(config.mail, now),
  };
  const renderer = async (): Promise<MailRenderer> => (await readDashboards()).mails;
  return {
    async turn() {
      const { alert, digest: draw } = await renderer();
      const notices = alerts.length > 0 ? noticesOf(alerts, await facts(now())) : [];
      await alertTurn(alerts, notices, {
        ...effects,
        write: (own, { lang }) => alert(mailFrame(parts, now()), own, lang),
      });
      if (digest === null || !isDigestDue(digest, now(), zone)) return;
      const day = once(() => readDigest(parts, now(), notices));
      await digestTurn(digest, {
        ...effects,
        write: async ({ lang }) => draw(await day(), lang),
      });
    },
  };
}

/** Reads at the first call, and for all who ask. */
function once<T>(read: () => Promise<T>): () => Promise<T> {
  let value: Promise<T> | undefined;
  return () => {
    value ??= read();
    return value;
  };
}

/** What mails of a service are written from. */
export function mailParts({ store, territory, now, config }: Service) {
  const kind = config.store === undefined ? "embedded" : "server";
  const views = createViews({ store, territory, now, service: { version: VERSION, store: kind } });
  return { views, store, territory, url: config.publicUrl ?? null };
}

/** Reads the facts; unusual days and doubtful data at most every quarter of an hour. */
function factsReader(parts: ReturnType<typeof mailParts>, kinds: ReadonlySet<AlertKind>) {
  type Seldom = Pick<AlertFacts, "unusual" | "suspects" | "figures">;
  let seldom: ({ readonly at: number } & Seldom) | undefined;
  return async (now: number): Promise<AlertFacts> => {
    const fresh = seldom && now - seldom.at < SELDOM_MS ? seldom : undefined;
    const asked = fresh ? new Set([...kinds].filter((kind) => !SELDOM.includes(kind))) : kinds;
    const facts = await readAlertFacts(parts, now, asked);
    const { unusual, suspects, figures } = fresh ?? facts;
    if (!fresh) seldom = { at: now, unusual, suspects, figures };
    return { ...facts, unusual, suspects, figures };
  };
}
