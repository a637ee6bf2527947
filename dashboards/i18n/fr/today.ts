/** French: the screen "Aujourd'hui". */
import { capital, type Ends, type Format } from "../format.ts";
import { fr } from "../typography.ts";

type Verdict = "ordinary" | "strong" | "weak" | "closed" | "unknown";
const VERDICT = { ordinary: "ordinaire", strong: "forte", weak: "faible" } as const;
type Bound = "exact" | "at_least" | "about";
const SURE = { exact: "", at_least: "au moins ", about: "environ " } as const;
const WORDS = ["aucun", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix"];
const count = (n: number, f: Format) => WORDS[n] ?? f.int(n);
const visits = (n: number, f: Format) => `${f.int(n)} ${Math.round(n) < 2 ? "visite" : "visites"}`;

export const today = (f: Format) => ({
  situation: (week: number, time: string) => `Semaine ${week} · situation à ${time}`,
  silent: (n: number) => (n === 1 ? "mais un site se tait" : `mais ${count(n, f)} sites se taisent`),
  answer: (verdict: Verdict, bound: Bound, n: number, time: string | null, silent: string) => {
    const lead = verdict === "closed" || verdict === "unknown" ? "" : fr`Journée ${VERDICT[verdict]} : `;
    const text = `${lead}${SURE[bound]}${visits(n, f)}${time ? ` à ${time}` : ""}${silent ? `, ${silent}` : ""}.`;
    return capital(text);
  },
  allSilent: (time: string) => fr`Aucun chiffre à ${time} : tous les sites se taisent. Ce n’est pas zéro.`,
  allClosed: (weekday: string, n: number, complete: boolean) =>
    fr`${capital(weekday)} calme : ${n === 1 ? "le site est fermé" : `les ${count(n, f)} sites sont fermés`}${
      complete ? ", toutes les données d’hier sont là" : ""
    }.`,
  opening: (weekday: string, n: number, time: string, complete: boolean) =>
    fr`${capital(weekday)} : ${n === 1 ? "un site ouvre" : `${count(n, f)} sites ouvrent`} aujourd’hui, à partir de ${time}${
      complete ? "" : "; des données d’hier manquent"
    }.`,
  yesterday: (weekday: string, verdict: Verdict, bound: Bound, n: number) => {
    const how =
      verdict === "strong"
        ? "au-dessus de l’habitude"
        : verdict === "weak"
          ? "sous l’habitude"
          : "dans l’habitude";
    return `${capital(weekday)}${verdict === "unknown" ? "" : ` ${how}`}, ${SURE[bound]}${visits(n, f)}.`;
  },
  weekend: (
    verdict: "ordinary" | "busy" | "quiet",
    strongest: string | null,
    range: Ends,
    now: boolean,
    brief: boolean,
  ) => {
    const kind = verdict === "busy" ? "chargé" : verdict === "quiet" ? "calme" : "ordinaire";
    return fr`Week-end ${kind}${now ? "" : " en vue"}${strongest && !brief ? `, surtout ${strongest}` : ""} : ${f.between(range)} visites${brief ? "" : " en deux jours"}, 8\u00a0fois\u00a0sur\u00a010.`;
  },
  noData: "Aucune donnée pour l’instant.",
  boardTitle: "Les sites, aujourd’hui et sur sept jours",
  site: "Site",
  state: "État",
  visits: "Visites",
  todayAt: (time: string) => `Aujourd’hui à ${time}`,
  yesterdayHead: (day: string) => `Hier, ${day}`,
  scale: (max: string) => `échelle commune, 0 à ${max} visites`,
  ownScale: (n: number, max: string) => `${n} sites · échelle 0 à ${max}`,
  states: {
    late: "Retard",
    missing: "Donnée manquante",
    estimated: "Estimé",
    partial: "Partiel",
    up_to_date: "À jour",
    closed: "Fermé",
    no_data: "Aucune donnée",
  },
  yesterdayHours: (hours: string) => `hier · ${hours}`,
  lastReport: (time: string) => `dernier envoi à ${time}`,
  lastReportHours: (hours: number) => `dernier envoi il y a ${hours} heures`,
  nothingSince: (time: string) => `rien reçu depuis ${time}`,
  nothingBetween: (from: string, to: string) => `rien reçu de ${from} à ${to}`,
  estimatedShare: (share: string) => `pour ${share} des heures`,
  received: (time: string) => `reçu à ${time}`,
  partialNote: (n: number) => (n === 1 ? "un site se tait" : `${count(n, f)} sites se taisent`),
  partialShare: "une partie des heures manque",
  noFeed: "rien n’est branché",
  reopens: (day: string, time: string) => `rouvre ${day}, ${time}`,
  opensToday: (time: string) => `ouvre aujourd’hui à ${time}`,
  reopensMonth: (month: string) => `rouvre en ${month}`,
  reopensYear: (month: string, year: string) => `rouvre en ${month} ${year}`,
  noteLate: (n: string, time: string, usual: string | null) =>
    `au moins ${n} à ${time}${usual ? ` · habituel alors ${usual}` : ""}`,
  noteMissing: (usual: string | null) => `ce n’est pas zéro${usual ? ` · habituel ${usual}` : ""}`,
  noteEstimated: (n: number, usual: string | null) =>
    `dont ${f.int(n)} ${n < 2 ? "estimée" : "estimées"}${usual ? ` · habituel ${usual}` : ""}`,
  noteUsual: (usual: string | null, expected: string | null) =>
    [usual ? `habituel ${usual}` : "pas encore d’habitude", expected ? `fin de journée ${expected}` : ""]
      .filter(Boolean)
      .join(" · "),
  noteWeekday: (weekday: string, usual: string) => fr`${weekday} habituel : ${usual}`,
  bulletLabel: (name: string, n: string, usual: string | null, expected: string | null) =>
    fr`${name} : ${n}${usual ? ` ; habituel à cette heure ${usual}` : ""}${expected ? ` ; attendu à la fermeture ${expected}` : ""}.`,
  inside: (people: string, tolerance: string | null, capacity: string | null, time: string) =>
    `${people} à l’intérieur${tolerance === null ? "" : ` (±\u00a0${tolerance})`}${capacity === null ? "" : ` sur ${capacity}`}, ${time}`,
  noCount: "pas de chiffre, ce n’est pas zéro",
  cellsLabel: (name: string, days: string) => fr`${name}, sept jours : ${days}.`,
  booked: (n: string) => `${n} rés.`,
  key: {
    counted: "compté",
    estimated: "estimé",
    usualNow: "habituel à cette heure",
    usualDay: (weekday: string) => `habituel un ${weekday}`,
    expected: "fin de journée attendue",
    forecast: "prévu, 8 puis 5 jours sur 10",
    booked: "déjà réservé",
    missing: "donnée manquante",
    closed: "fermé",
  },
  figures: {
    closing: "Attendu aujourd’hui, à la fermeture",
    closingText: (weekday: string, usual: string | null) =>
      fr`8 jours sur 10.${usual ? ` D’ordinaire, un ${weekday} : ${usual}.` : ""}`,
    yesterday: "Hier, journée entière",
    yesterdayText: (weekday: string, usual: string | null) =>
      usual ? fr`D’ordinaire, un ${weekday} : ${usual}.` : "Pas encore d’habitude.",
    yesterdayAtLeast: fr`Au moins : des données manquent.`,
    yesterdayClosed: "Tous les sites étaient fermés.",
    weekend: "Attendu ce week-end",
    weekendText: (saturday: string | null, sunday: string | null, year: string, before: string | null) =>
      [
        [saturday ? `samedi ${saturday}` : "", sunday ? `dimanche ${sunday}` : ""].filter(Boolean).join(", "),
        before ? fr`week-end comparable de ${year} : ${before}` : "",
      ]
        .filter(Boolean)
        .map((part) => `${capital(part)}.`)
        .join(" "),
    booked: "Déjà réservé sur sept jours",
    places: (n: number): string => (n < 2 ? "place" : "places"),
    bookedText: (groups: string | null, closedDays: string | null, days: string) =>
      closedDays
        ? `dont ${groups ?? "0"} de groupes ; ${closedDays} ${days}, hors ouverture au public.`
        : groups
          ? `dont ${groups} de groupes.`
          : "aucun groupe pour l’instant.",
    bookedNone: "Aucune réservation enregistrée.",
    onDay: (day: string) => `le ${day}`,
    none: "—",
    noneText: "Pas encore de prévision.",
  },
  twin: "Le même tableau en chiffres",
  twinCaption: "Visites du jour, habitude et prévisions par site",
  twinCols: { counted: "Compté", usual: "Habituel", expected: "À la fermeture", note: "Précision" },
  how: "Visites selon la source déclarée de chaque site (billets, gratuits compris, ou compteur calé), aux heures d’ouverture.",
  howInside: fr`Personnes à l’intérieur : entrées moins sorties depuis l’ouverture, remises à zéro chaque nuit ; ± est l’écart des portes 8 jours passés sur 10.`,
  howCoverage: (share: string, estimated: string | null) =>
    `Mesures reçues pour ${share} des heures ouvertes de ce jour, ${estimated ?? "aucune"} ${estimated ? "estimées" : "estimée"}.`,
});
