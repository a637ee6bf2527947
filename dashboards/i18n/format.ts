/** Numbers, days and times as each language writes them. Instants are ISO 8601 in UTC and shown on the wall clock of a
 *  named zone; days are `YYYY-MM-DD`. French uses no-break spaces, a real minus and 1ᵉʳ. */
import type { Language } from "../../src/contract/screen.ts";
import { weekday as isoWeekday, localDate, minuteOfDay } from "../../src/domain/time.ts";

const LOCALE = { fr: "fr-FR", en: "en-GB", nl: "nl-NL" } as const;
const NBSP = "\u00a0";
const MINUS = "−";
/** Words around the two ends of a range. */
const BETWEEN = {
  fr: ["entre", "et", "à"],
  en: ["between", "and", "to"],
  nl: ["tussen", "en", "tot"],
} as const;

/** Low and high end in people. */
export interface Ends {
  readonly low: number;
  readonly high: number;
}

export type Format = ReturnType<typeof createFormat>;

/** Words of one calendar day. `short` may end in a dot, as the language has it. */
function dayWords(locale: string) {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...options });
  const weekdayLong = format({ weekday: "long" });
  const weekdayShort = format({ weekday: "short" });
  const monthLong = format({ month: "long" });
  const monthShort = format({ month: "short" });
  const date = (day: string) => new Date(`${day}T00:00:00Z`);
  return {
    weekday: (day: string) => weekdayLong.format(date(day)),
    weekdayShort: (day: string) => weekdayShort.format(date(day)),
    month: (day: string) => monthLong.format(date(day)),
    monthShort: (day: string) => {
      const short = monthShort.format(date(day)).replace(/\.$/, "");
      const long = monthLong.format(date(day));
      return short === long || locale === LOCALE.en ? short : `${short}.`;
    },
  };
}

/** Everything a catalogue needs to write figures; one per language and zone. */
export function createFormat(lang: Language, zone: string) {
  const locale = LOCALE[lang];
  const words = dayWords(locale);
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const tenth = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const list = new Intl.ListFormat(locale, { type: "conjunction" });
  const minus = (text: string) => text.replace("-", MINUS);

  const int = (value: number) => minus(whole.format(Math.round(value) + 0));
  const decimal = (value: number) => minus(tenth.format(value));
  const signed = (value: number) => (Math.round(value) > 0 ? `+${int(value)}` : int(value));
  const unit = lang === "en" || lang === "nl" ? "%" : `${NBSP}%`;
  /** Share as a percentage, no decimals. */
  const percent = (share: number) => `${int(share * 100)}${unit}`;
  /** Relative change with one decimal: +7,5 %. */
  const change = (ratio: number) =>
    `${Math.round(ratio * 1000) > 0 ? "+" : ""}${decimal(Math.round(ratio * 1000) / 10 + 0)}${unit}`;
  const changeSize = (ratio: number) => `${decimal(Math.abs(Math.round(ratio * 1000) / 10))}${unit}`;
  /** 1 240 as 1,2; 23 400 as 23: thousands for places where the whole number has no room. */
  const thousands = (value: number) => (value < 10_000 ? decimal(value / 1000) : int(value / 1000));
  // A range that rounds to one number is that number.
  const isOne = (ends: Ends) => Math.round(ends.low) === Math.round(ends.high);
  const range = (ends: Ends) => (isOne(ends) ? int(ends.high) : `${int(ends.low)}–${int(ends.high)}`);
  const [between, and, to] = BETWEEN[lang];

  /** Wall-clock minutes after midnight: 15 h 40, 15:40, 15.40 uur. */
  const minutes = (total: number) => {
    const hour = Math.floor(total / 60);
    const rest = String(total % 60).padStart(2, "0");
    if (lang === "en") return `${String(hour).padStart(2, "0")}:${rest}`;
    if (lang === "nl") return total % 60 === 0 ? `${hour}${NBSP}uur` : `${hour}.${rest}${NBSP}uur`;
    return total % 60 === 0 ? `${hour}${NBSP}h` : `${hour}${NBSP}h${NBSP}${rest}`;
  };
  const clock = (text: string) => minutes(Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5)));
  const hours = (spans: readonly { readonly from: string; readonly to: string }[]) =>
    spans
      .map(({ from, to }) =>
        lang === "nl"
          ? `${clock(from).replace(/\u00a0uur$/, "")}${NBSP}–${NBSP}${clock(to)}`
          : `${clock(from)}${NBSP}–${NBSP}${clock(to)}`,
      )
      .join(", ");

  const number = (day: string) => {
    const n = Number(day.slice(8));
    return lang === "fr" && n === 1 ? "1ᵉʳ" : String(n);
  };
  const short = (day: string) => `${number(day)}${NBSP}${words.monthShort(day)}`;
  const long = (day: string) => `${number(day)}${NBSP}${words.month(day)}`;
  return {
    lang,
    zone,
    int,
    decimal,
    signed,
    percent,
    change,
    changeSize,
    range,
    /** A range in a sentence: between 88 and 142. */
    between: (ends: Ends) =>
      isOne(ends) ? int(ends.high) : `${between} ${int(ends.low)} ${and} ${int(ends.high)}`,
    /** The same after "around": 95 to 115. */
    upTo: (ends: Ends) => (isOne(ends) ? int(ends.high) : `${int(ends.low)} ${to} ${int(ends.high)}`),
    /** A range for a narrow cell: from a thousand on in thousands, 1,2–1,5 k. */
    cell: (ends: Ends) =>
      ends.high < 1000 ? range(ends) : `${thousands(ends.low)}–${thousands(ends.high)}${NBSP}k`,
    /** A figure of an axis: from ten thousand on in thousands. */
    axis: (value: number) => (value < 10_000 ? int(value) : `${int(value / 1000)}${NBSP}k`),
    list: (items: readonly string[]) => list.format([...items]),
    minutes,
    clock,
    hours,
    /** Wall-clock time of an instant. */
    time: (iso: string) => minutes(minuteOfDay(Date.parse(iso), zone)),
    /** Local day of an instant. */
    dayOf: (iso: string) => localDate(Date.parse(iso), zone),
    weekday: words.weekday,
    weekdayShort: words.weekdayShort,
    /** Two letters, for cells on a phone: je, Th, do. */
    weekdayTwo: (day: string) => words.weekdayShort(day).slice(0, 2),
    number,
    short,
    long,
    /** sam. 28 nov. */
    shortWeekday: (day: string) => `${words.weekdayShort(day)} ${short(day)}`,
    /** Month in full. */
    month: words.month,
    /** nov., Nov, nov. */
    monthShort: words.monthShort,
    year: (day: string) => day.slice(0, 4),
    full: (day: string) => `${words.weekday(day)} ${long(day)} ${day.slice(0, 4)}`,
  };
}

/** First letter in upper case; the rest as it is. */
export function capital(text: string): string {
  // A Dutch capital drops the stress mark: "één" becomes "Eén".
  if (text.startsWith("één")) return `E${text.slice(1)}`;
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** True on Saturday and Sunday. */
export function isWeekend(day: string): boolean {
  return isoWeekday(day) > 5;
}
