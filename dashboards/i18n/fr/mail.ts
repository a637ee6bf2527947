/** French: the mail of the morning and the alerts. */
import type { Doubtful, SuspectKind } from "../../../src/domain/alert.ts";
import type { Ends, Format } from "../format.ts";
import { fr } from "../typography.ts";

const KINDS: Readonly<Record<string, string>> = {
  ticketing: "billetterie",
  counter: "compteur",
  kiosk: "borne",
  manual: "saisie à la main",
  weather: "météo",
  calendar: "calendrier",
};
const visits = (n: number, f: Format) => `${f.int(n)} ${Math.round(n) < 2 ? "visite" : "visites"}`;

export const mail = (f: Format) => ({
  join: (parts: readonly string[]) => parts.join("\u202f; "),
  subjectToday: (range: Ends) => `Aujourd’hui, ${f.between(range)} visites attendues`,
  subjectClosed: "Aujourd’hui, tous les sites sont fermés",
  subjectUnknown: "Pas de prévision pour aujourd’hui",
  subjectYesterday: (n: number | null, atLeast: boolean) =>
    n === null ? "aucun chiffre d’hier" : `hier ${atLeast ? "au moins " : ""}${visits(n, f)}`,
  subjectSilent: (n: number): string =>
    n === 1 ? "une source se tait" : `${f.int(n)}\u00a0sources se taisent`,
  alerts: (n: number): string => (n === 1 ? "Alerte" : "Alertes"),
  days: "Aujourd’hui et hier",
  today: (range: Ends) => fr`Aujourd’hui : *${f.between(range)} visites*, 8\u00a0jours sur\u00a010.`,
  todayClosed: fr`Aujourd’hui : tous les sites sont fermés.`,
  todayUnknown: fr`Aujourd’hui : pas encore de prévision.`,
  yesterday: (day: string, n: number, missing: number, estimated: number) =>
    fr`${day} : ${missing > 0 ? "au moins " : ""}*${visits(n, f)}*${estimated > 0 ? `, dont ${f.int(estimated)} estimées` : ""}.${
      missing > 0
        ? ` Il manque ${missing === 1 ? "le chiffre d’un site ouvert" : `les chiffres de ${f.int(missing)} sites ouverts`}. Ce n’est pas zéro.`
        : ""
    }`,
  yesterdayClosed: (day: string) => fr`${day} : tous les sites étaient fermés.`,
  yesterdayNone: (day: string) =>
    fr`${day} : aucun chiffre, alors que des sites étaient ouverts. Ce n’est pas zéro.`,
  comparable: (n: number) => fr`Les mêmes sites, le jour comparable de l’an dernier : ${f.int(n)}.`,
  head: { site: "Site", yesterday: "Hier", today: "Attendu aujourd’hui, 8\u00a0jours sur\u00a010" },
  closed: "fermé",
  missing: "donnée manquante",
  about: (n: string, estimated: number) => `≈ ${n}, dont ${f.int(estimated)} estimées`,
  noForecast: "pas de prévision",
  booked: (n: number) => `${f.int(n)} ${n < 2 ? "place réservée" : "places réservées"}`,
  weekend: "Ce week-end",
  weekendDays: (saturday: string | null, sunday: string | null) =>
    [saturday && `Samedi ${saturday}`, sunday && `${saturday ? "dimanche" : "Dimanche"} ${sunday}`]
      .filter(Boolean)
      .join(", ")
      .concat(saturday || sunday ? "." : ""),
  yearBefore: (n: number) => fr`Week-end comparable de l’an dernier : ${visits(n, f)}.`,
  saturdayBefore: (range: Ends) => `Il y a sept jours, samedi était attendu ${f.between(range)}.`,
  changed: "Depuis la semaine dernière",
  week: (n: number, before: number) =>
    fr`Sept jours : *${visits(n, f)}*, ${
      Math.round(n) === Math.round(before)
        ? "autant que"
        : `${f.int(Math.abs(Math.round(n) - Math.round(before)))} de ${n > before ? "plus" : "moins"} que`
    } les sept jours d’avant (${f.int(before)}).`,
  leftOut: (n: number): string =>
    n === 1
      ? "Une journée sans chiffre est laissée de côté."
      : `${f.int(n)} journées sans chiffre sont laissées de côté.`,
  move: (name: string, n: number, before: number) =>
    fr`${name} : ${f.int(n)}, contre ${f.int(before)} (${f.signed(Math.round(n) - Math.round(before))}).`,
  noWeek: "Pas encore deux semaines à comparer.",
  corrected: (name: string, day: string, before: number, after: number) =>
    fr`Corrigé : ${name}, ${day}, ${f.int(before)} → ${f.int(after)}.`,
  silentTitle: "Sources qui se taisent",
  noneSilent: "Toutes les sources sont à l’heure.",
  silent: (name: string, kind: string, since: string | null, failed: boolean) =>
    fr`${name}, ${KINDS[kind] ?? kind} : ${since === null ? "rien reçu jusqu’ici" : `rien reçu depuis ${since}`}${
      failed ? " ; la source répond autrement que convenu" : ""
    }. Ce n’est pas zéro.`,
  silentSource: (source: string, since: string | null, failed: boolean) =>
    fr`Source ${source} : ${since === null ? "rien reçu jusqu’ici" : `rien reçu depuis ${since}`}${
      failed ? " ; elle répond autrement que convenu" : ""
    }. Ce n’est pas zéro.`,
  moment: (day: string, time: string) => `${day} à ${time}`,
  territory: "Tout le territoire",
  expectedFull: (name: string, day: string, time: string, range: Ends, limit: number, capacity: number) =>
    fr`${name}, ${day} : vers ${time}, ${f.between(range)} personnes à l’intérieur, 8\u00a0fois sur\u00a010. Seuil : ${f.int(limit)} ; capacité : ${f.int(capacity)}.`,
  expectedFullBrief: (name: string, day: string) => `${name} sera peut-être plein ${day}`,
  full: (name: string, time: string, inside: number, limit: number, capacity: number) =>
    fr`${name} : ${f.int(inside)} personnes à l’intérieur à ${time}. Seuil : ${f.int(limit)} ; capacité : ${f.int(capacity)}.`,
  fullBrief: (name: string, inside: number) => `${name} se remplit, ${f.int(inside)} personnes à l’intérieur`,
  silentBrief: (source: string, since: string | null) =>
    since === null ? `Rien reçu de ${source} jusqu’ici` : `Rien reçu de ${source} depuis ${since}`,
  suspect: (source: string, sign: string, day: string) =>
    fr`Source ${source} : ${sign}, la dernière fois ${day}. À vérifier : ce chiffre n’est peut-être pas vrai.`,
  suspectBrief: (source: string) => `${source} ment peut-être`,
  suspectSign: (sign: SuspectKind, size: number): string =>
    ({
      stuck: `même valeur répétée ${f.decimal(size)} heures`,
      ratio: `${f.decimal(size)} fois ce que la billetterie laisse attendre`,
      drift: `${f.decimal(size)} fois ce qu’elle comptait pour autant de billets`,
      clock: `horloge décalée d’environ ${f.int(Math.abs(size))} minutes`,
      future: `${f.int(size)} relevés datés de plus tard que maintenant`,
    })[sign],
  figure: (name: string, day: string, state: string) => fr`${name}, ${day} : ${state}.`,
  figureState: (state: Doubtful, n: number | null, estimated: number, before: number | null): string =>
    ({
      late: "tout n’est pas encore arrivé",
      partial:
        n === null
          ? "partiel, rien ou presque n’est mesuré, ce n’est pas zéro"
          : `partiel, au moins ${visits(n, f)}`,
      estimated: `estimé, ${visits(n ?? 0, f)}, dont ${f.int(estimated)} estimées`,
      corrected: `corrigé, ${f.int(before ?? 0)} → ${f.int(n ?? 0)}`,
    })[state],
  unusual: (name: string, day: string, n: number, range: Ends) =>
    fr`${name}, ${day} : ${visits(n, f)}, alors que la veille en annonçait ${f.between(range)}, 8\u00a0jours sur\u00a010.`,
  unusualBrief: (name: string, day: string, n: number) =>
    fr`${name}, ${day} : ${visits(n, f)}, un jour inhabituel`,
  more: (n: number): string => (n === 1 ? "une autre alerte" : `${f.int(n)} autres alertes`),
  open: "Ouvrir le tableau du jour",
  whyDigest:
    "Ce message part chaque matin prévu au fichier du territoire. Pour ne plus le recevoir, écrivez à l’office.",
  whyAlert:
    "Chaque alerte est envoyée une fois. Pour ne plus en recevoir, écrivez à l’office, qui tient la liste des adresses.",
  simulated: "Données simulées.",
});
