/** Dutch: the screen "Boekingen". */
import { capital, type Ends, type Format } from "../format.ts";

export const bookings = (f: Format) => ({
  lead: (n: number) =>
    n === 0 ? "op de ochtend van het bezoek" : `${f.int(n)} ${n === 1 ? "dag" : "dagen"} vooraf`,
  leadShort: (n: number) => `D-\u2060${f.int(n)}`,
  places: (n: number) => `${f.int(n)} ${Math.round(n) === 1 ? "plaats" : "plaatsen"}`,
  placesUnit: (n: number): string => (Math.round(n) === 1 ? "plaats" : "plaatsen"),
  verdict: (verdict: "more" | "less" | "usual", day: string, places: string, lead: string) => {
    const said = {
      more: "meer boekingen dan gewoonlijk",
      less: "minder boekingen dan gewoonlijk",
      usual: "boekingen zoals gewoonlijk",
    }[verdict];
    return `${capital(day)}, ${said}: ${places} ${lead}.`;
  },
  usually: (usual: Ends) => `Gewoonlijk ${f.upTo(usual)}, op 8\u00a0van\u00a0de\u00a010\u00a0dagen.`,
  unknown: (day: string, places: string, lead: string) =>
    `${capital(places)} geboekt voor ${day}, ${lead}. Te weinig vergelijkbare dagen om te zeggen of dat veel is.`,
  past: (day: string, places: string) => `${capital(day)}: ${places} geboekt op de ochtend van het bezoek.`,
  groupOnly: (day: string, places: string) =>
    `${capital(day)}, gesloten voor het publiek: ${places} geboekt door groepen.`,
  closed: (day: string) => `${capital(day)}, gesloten: geen plaats geboekt.`,
  withGroups: (n: string) => `Waarvan ${n} voor groepen.`,
  weeks: (places: string, judged: { more: number; less: number } | null) => {
    const { more, less } = judged ?? { more: 0, less: 0 };
    const parts = [
      more > 0 ? `${f.int(more)} ${more === 1 ? "dag" : "dagen"} boven het gewone` : "",
      less > 0 ? `${f.int(less)}${more > 0 ? "" : less === 1 ? " dag" : " dagen"} eronder` : "",
    ].filter(Boolean);
    const told = parts.length > 0 ? parts.join(", ") : judged ? "geen dag buiten het gewone" : places;
    return `Over vier weken: ${told}.`;
  },
  none: "Deze locatie heeft geen boekingen: er is geen kassa gekoppeld.",
  noneNext:
    "Koppel de kassa (pretix, of een verkoopbestand met de datum van aankoop) om hier te zien wat vooraf verkocht is.",
  noneAhead: "Geen enkel ticket van deze locatie werd vóór de dag van het bezoek gekocht.",
  noneAheadNext:
    "De kassa is gekoppeld. Als ze vooraf verkoopt, voeg dan de datum van aankoop toe aan wat ze verzendt.",
  above: (lead: string, isAll: boolean) => `Boven het gewone sinds ${lead}${isAll ? " of eerder" : ""}`,
  below: (lead: string, isAll: boolean) => `Onder het gewone sinds ${lead}${isAll ? " of eerder" : ""}`,
  within: (lead: string) => `Tot nu toe zoals gewoonlijk, ${lead}`,
  withinGroups: (groups: string, all: string) =>
    `Zoals gewoonlijk, groepen maken ${groups} van de ${all} plaatsen`,
  mornings: "Hoe de plaatsen binnenkwamen, ochtend na ochtend",
  sub: (n: number) => `Geboekte plaatsen elke ochtend, van D-\u2060${f.int(n)} tot het bezoek`,
  chartLabel: (day: string, places: string, lead: string, usual: string) =>
    `Geboekte plaatsen voor ${day}: ${places} ${lead}${usual ? `; gewoonlijk ${usual}` : ""}. De tabel geeft elke ochtend.`,
  unit: "geboekte plaatsen",
  flag: (time: string) => `nu, ${time}`,
  flagShort: "nu",
  band: "gewoonlijk, 8 op 10 dagen",
  step: (places: string, tariff: string) => `${places} ${tariff}`,
  tariff: { group: "groep", school: "school" },
  visit: "bezoek",
  key: {
    booked: "geboekte plaatsen",
    fall: "teruggegeven plaatsen",
    usual: "vergelijkbare dagen, 8 op 10, en hun midden",
  },
  figures: {
    booked: "Al geboekt",
    bookedWhy: (day: string, hours: string) => `voor ${day}${hours ? `, open ${hours}` : ""}`,
    usual: (lead: string) => capital(`gewoonlijk ${lead}`),
    usualWhy: (days: string, middle: string) => `8 op de 10 dagen, over ${days}; midden ${middle}`,
    usualNone: "te weinig vergelijkbare dagen",
    groups: "Waarvan groepen",
    groupsNone: "geen groep op deze dag",
  },
  alike: (n: number, weekday: string, by: "weekday" | "kind", isWeekend: boolean) =>
    by === "weekday"
      ? `${f.int(n)} vergelijkbare ${weekday}en`
      : `${f.int(n)} vergelijkbare ${isWeekend ? "weekenddagen" : "werkdagen"}`,
  groupTook: (places: string, tariff: string, day: string, lead: string) =>
    `*${places}*, ${tariff}, geboekt op ${day} (${lead})`,
  groupGave: (places: string, tariff: string, day: string, lead: string) =>
    `*${places}*, ${tariff}, teruggegeven op ${day} (${lead})`,
  groupsNote: "Alleen grootte en tarief; wijzigingen van minder dan vijf plaatsen staan er niet bij.",
  days: (from: string, to: string) => `${from} – ${to}`,
  listTitle: "De komende 28 dagen",
  listCaption: (from: string, to: string) => `Geboekte plaatsen en wat gewoon is, van ${from} t/m ${to}`,
  cols: {
    day: "Dag",
    booked: "Geboekt",
    usual: "Gewoonlijk, 8 op 10",
    bar: "Band",
    word: "Tegenover het gewone",
  },
  word: { more: "meer", less: "minder", usual: "zoals gewoonlijk", unknown: "te weinig dagen" },
  onlyGroup: "gesloten, alleen groep",
  twin: (n: number) => `De ${f.int(n)} ochtenden als tabel`,
  twinCaption: (day: string) => `Geboekte plaatsen elke ochtend voor ${day}`,
  twinCols: { morning: "Ochtend", booked: "Geboekt", usual: "Gewoonlijk, 8 op 10 (midden)" },
  how: "Vooraf gekochte plaatsen min de teruggegevene, volgens de kassa, zoals ze nu bekend zijn; wat op de dag zelf verkocht wordt, hoort er niet bij.",
  howAlike: (days: string) =>
    `Vergeleken met ${days}: binnen zes weken van het seizoen, vakantie en opening gelijk, geen feest en geen evenement.`,
});
