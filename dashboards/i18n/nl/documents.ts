/** Dutch: the pages that the law asks for. They state what was done or measured, and nothing else. */
import { BUDGET, type DocumentFacts } from "../../../src/contract/documents.ts";
import type { Format } from "../format.ts";
import type { Doc } from "../fr/documents.ts";

const TO_COMPLETE = "aan te vullen door de toeristische dienst";

export const documents = (f: Format) => {
  const mail = (address: string | null) =>
    address === null
      ? { lines: [`Contact: ${TO_COMPLETE}.`] }
      : { links: [{ text: address, href: `mailto:${address}` }] };
  return {
    names: {
      accessibility: "Toegankelijkheid",
      ecodesign: "Ecodesign",
      legal: "Colofon",
      privacy: "Persoonsgegevens",
      sitemap: "Overzicht",
    },
    about: "Over deze dienst",
    api: "De API en haar beschrijving",
    weights: "Gewicht van deze versie",
    notMeasured: "Deze versie is bij het bouwen niet gewogen.",
    measuredOn: (day: string, year: string, files: string, requests: string) =>
      `Eerste bezoek aan elk scherm, vol testgegevens, gewogen op ${day} ${year}. Stijl, script en icoon tellen voor ${files} kB en worden één keer gevraagd. Elk scherm vraagt ${requests} verzoeken.`,
    weightHead: ["Scherm", "kB", "elementen"],
    limit: "Grens die de tests bewaken",
    accessibility: ({ publisher, checked }: DocumentFacts): Doc => ({
      first: "Toegankelijkheid: niet conform.",
      second: "Er is nog geen audit gedaan. Dit is wat er gemeten is, en niets meer.",
      blocks: [
        {
          title: "Conformiteit",
          lines: [
            "Deze dienst is *niet conform* de Franse norm voor toegankelijkheid (RGAA 4.1): zolang de 106 criteria niet door een audit zijn nagegaan, vraagt de wet dat zo te zeggen.",
          ],
        },
        {
          title: "Wat de automatische controles vonden",
          lines: [
            checked
              ? `Op ${f.long(checked.day)} ${f.year(checked.day)} onderzocht axe-core ${checked.axe} ${f.int(checked.pages)} pagina’s van deze versie (${f.int(checked.screens)} schermen, drie talen, verschillende breedtes en toestanden): *${
                  checked.violations === 0
                    ? "geen fout gevonden"
                    : `${f.int(checked.violations)} ${checked.violations === 1 ? "fout" : "fouten"} gevonden`
                }*.`
              : "Bij deze versie hoort geen resultaat van automatische controles.",
            "Een automatische controle ziet maar een deel van de fouten. Ze vervangt geen audit.",
          ],
        },
        {
          title: "Wat de tests van de software bij elke versie nagaan",
          list: [
            "elke grafiek heeft een naam en een volledige tabel;",
            "met het toetsenbord gaat men dag per dag door een grafiek en wordt elke waarde gezegd;",
            "niets loopt over bij 320 pixels breed, ook niet met tekst die twee keer zo groot is;",
            "zonder script zijn het antwoord, de grafiek en de tabel er.",
          ],
        },
        {
          title: "Wat bij ons weten niet toegankelijk is",
          list: [
            "de redenen van een weigering staan in het Engels, en die taal is aangeduid;",
            "het Nederlands is nog niet door een moedertaalspreker nagelezen.",
          ],
        },
        {
          title: "Een fout melden",
          lines: ["Zeg ons wat u tegenhoudt. U hoort binnen een week antwoord te krijgen."],
          ...(publisher.email
            ? { links: [{ text: publisher.email, href: `mailto:${publisher.email}` }] }
            : { list: [`Contact: ${TO_COMPLETE}.`] }),
        },
        {
          title: "Als er geen antwoord komt",
          lines: ["U kunt zich gratis tot de Franse Défenseur des droits wenden, online of per post."],
          links: [
            {
              text: "Formulier van de Défenseur des droits",
              href: "https://formulaire.defenseurdesdroits.fr/",
            },
          ],
        },
      ],
    }),
    ecodesign: ({ measured }: DocumentFacts): Doc => ({
      first: measured
        ? `Het zwaarste scherm van deze versie weegt ${f.decimal(
            (Math.max(0, ...measured.pages.map(({ bytes }) => bytes)) + measured.files) / 1000,
          )} kB.`
        : "Het gewicht van deze versie is niet gemeten.",
      second: `De grens is ${BUDGET.kilobytes} kB; de tests weigeren een versie die erboven gaat.`,
      blocks: [
        {
          title: "Doelen",
          list: [
            `hoogstens ${BUDGET.kilobytes} kB bij het eerste bezoek, ${BUDGET.again} kB bij het volgende;`,
            `hoogstens ${BUDGET.requests} verzoeken en ${BUDGET.elements} elementen per scherm, tabellen dichtgeklapt;`,
            "geen verzoek aan derden, geen lettertype om op te halen, geen beeld;",
            "leesbaar zonder script, en bij 400 kbit/s.",
          ],
        },
        {
          title: "Hoe",
          list: [
            "pagina’s worden door de server getekend, één keer per stand van de gegevens;",
            "bestanden blijven in de browser en worden niet opnieuw gevraagd;",
            "het vernieuwen stopt op verzoek;",
            "niets beweegt, niets start vanzelf.",
          ],
        },
        {
          title: "Norm",
          lines: [
            "Deze doelen volgen criteria van de Franse algemene norm voor ecodesign van digitale diensten (RGESN, 78 criteria). Er is nog geen volledige zelfbeoordeling gepubliceerd.",
          ],
        },
      ],
    }),
    legal: ({ publisher }: DocumentFacts): Doc => ({
      first: publisher.name
        ? `Deze dienst wordt uitgegeven door ${publisher.name}.`
        : "De uitgever van deze dienst moet nog genoemd worden.",
      second: "Wat als “aan te vullen” gemarkeerd is, wacht op de toeristische dienst.",
      blocks: [
        {
          title: "Uitgever",
          list: [
            `Naam: ${publisher.name ?? TO_COMPLETE}.`,
            `Adres: ${publisher.address ?? TO_COMPLETE}.`,
            `Telefoon: ${publisher.phone ?? TO_COMPLETE}.`,
            `Verantwoordelijke uitgever: ${publisher.director ?? TO_COMPLETE}.`,
          ],
        },
        { title: "Contact", ...mail(publisher.email) },
        { title: "Hosting", lines: [`${publisher.host ?? "Aan te vullen door de toeristische dienst"}.`] },
        {
          title: "Software en bronnen",
          list: [
            "Beffroi, vrije software onder de licentie Apache 2.0.",
            "Feestdagen: date-holidays, gegevens onder CC BY 3.0.",
            "Schoolvakanties: Frans ministerie van onderwijs, Licence Ouverte.",
          ],
        },
      ],
    }),
    privacy: ({ publisher }: DocumentFacts): Doc => ({
      first: "Hier worden bezoeken geteld, geen personen.",
      second: "Geen cookie, geen meting van het publiek, geen verzoek aan derden.",
      blocks: [
        {
          title: "Wat wordt bewaard",
          list: [
            "passages, tickets per ruime klasse en gebruik van zuilen, per kwartier of per verkoop;",
            "van een postcode alleen het departement of het land;",
            "notities van het team, waarin e-mailadressen en telefoonnummers geweigerd worden;",
            "een vingerafdruk van het adres van wie verwittigd wordt, om niet twee keer te schrijven.",
          ],
        },
        {
          title: "Wat nooit binnenkomt",
          lines: [
            "Naam, e-mail, telefoon, adres, kenmerk van een toestel: wat niet op de lijst van toegelaten velden staat, wordt niet gelezen.",
          ],
        },
        {
          title: "Hoe lang",
          list: [
            "geweigerde rijen: 90 dagen, zonder hun inhoud;",
            "spoor van verstuurde meldingen: 400 dagen;",
            "tellingen en verkopen: voorlopig zonder grens; hun beperking na dertien maanden is nog niet gebouwd.",
          ],
        },
        {
          title: "Adressen die bericht krijgen",
          lines: [
            "De adressen die meldingen en het ochtendbericht krijgen, staan in het instellingenbestand van de toeristische dienst. Vraag haar het uwe te wijzigen of te schrappen.",
          ],
        },
        {
          title: "Uw rechten",
          lines: [
            publisher.dataProtection
              ? `Voor elke vraag: ${publisher.dataProtection}.`
              : `Contact voor persoonsgegevens: ${TO_COMPLETE}.`,
          ],
          links: [{ text: "Een klacht bij de CNIL (in het Frans)", href: "https://www.cnil.fr/fr/plaintes" }],
        },
      ],
    }),
    sitemap: (_facts: DocumentFacts): Doc => ({
      first: "Alle pagina’s van deze dienst.",
      second: "Dezelfde bestaan in het Frans, het Engels en het Nederlands.",
      blocks: [],
    }),
  };
};
