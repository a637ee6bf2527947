/** The clock on the wall of a zone, in the words of a page. */

export interface LocalClock {
  /** 15 h 40, 15:40, 15.40 uur. */
  readonly words: (at: number) => string;
  /** Minute of the hour. */
  readonly minute: (at: number) => number;
  /** Local day, as text that is equal for equal days. */
  readonly day: (at: number) => string;
}

/** The clock on the wall of a zone, in the language of a page. */
export function localClock(lang: string, zone: string): LocalClock {
  const time = new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit" });
  const day = new Intl.DateTimeFormat("en-CA", { timeZone: zone });
  const parts = (at: number) => time.format(at).split(":");
  return {
    words(at) {
      const [hour = "", minute = ""] = parts(at);
      if (lang === "en") return `${hour}:${minute}`;
      const [unit, point] = lang === "nl" ? ["uur", "."] : ["h", "\u00a0h\u00a0"];
      if (minute === "00") return `${Number(hour)}\u00a0${unit}`;
      return `${Number(hour)}${point}${minute}${lang === "nl" ? `\u00a0${unit}` : ""}`;
    },
    minute: (at) => Number(parts(at)[1]),
    day: (at) => day.format(at),
  };
}
