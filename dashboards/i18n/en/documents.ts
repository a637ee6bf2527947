/** English: the pages that the law asks for. They state what was done or measured, and nothing else. */
import { BUDGET, type DocumentFacts } from "../../../src/contract/documents.ts";
import type { Format } from "../format.ts";
import type { Doc } from "../fr/documents.ts";

const TO_COMPLETE = "to be completed by the tourist office";

export const documents = (f: Format) => {
  const mail = (address: string | null) =>
    address === null
      ? { lines: [`Contact: ${TO_COMPLETE}.`] }
      : { links: [{ text: address, href: `mailto:${address}` }] };
  return {
    names: {
      accessibility: "Accessibility",
      ecodesign: "Ecodesign",
      legal: "Legal notice",
      privacy: "Personal data",
      sitemap: "Site map",
    },
    about: "About this service",
    api: "The API and its description",
    weights: "Weight of this version",
    notMeasured: "This version was not weighed when it was built.",
    measuredOn: (day: string, year: string, files: string, requests: string) =>
      `First visit of each screen, full of test data, weighed on ${day} ${year}. Style, script and icon make up ${files} kB and are asked for once. Each screen takes ${requests} requests.`,
    weightHead: ["Screen", "kB", "elements"],
    limit: "Limit held by the tests",
    accessibility: ({ publisher, checked }: DocumentFacts): Doc => ({
      first: "Accessibility: not compliant.",
      second: "No audit has been made yet. This is what was measured, and nothing more.",
      blocks: [
        {
          title: "Compliance",
          lines: [
            "This service is *not compliant* with the French accessibility standard (RGAA 4.1): as long as its 106 criteria have not been audited, the law asks to say so.",
          ],
        },
        {
          title: "What the automatic checks found",
          lines: [
            checked
              ? `On ${f.long(checked.day)} ${f.year(checked.day)}, axe-core ${checked.axe} examined ${f.int(checked.pages)} pages of this version (${f.int(checked.screens)} screens, three languages, several widths and states): *${
                  checked.violations === 0
                    ? "no fault found"
                    : `${f.int(checked.violations)} ${checked.violations === 1 ? "fault" : "faults"} found`
                }*.`
              : "No result of automatic checks comes with this version.",
            "An automatic check sees some of the faults only. It does not replace an audit.",
          ],
        },
        {
          title: "What the tests of the software verify with each version",
          list: [
            "each chart has a name and a complete table;",
            "by keyboard, one walks a chart day by day and each value is said;",
            "nothing overflows at 320 pixels wide, nor with text twice as large;",
            "without script, the answer, the chart and the table are there.",
          ],
        },
        {
          title: "What is not accessible, to our knowledge",
          list: [
            "the reasons of a refusal are in English on pages of any language, and marked so;",
            "the Dutch has not been read by a native reader yet.",
          ],
        },
        {
          title: "Tell us of a fault",
          lines: ["Tell us what stops you. An answer is due within a week."],
          ...(publisher.email
            ? { links: [{ text: publisher.email, href: `mailto:${publisher.email}` }] }
            : { list: [`Contact: ${TO_COMPLETE}.`] }),
        },
        {
          title: "If no answer comes",
          lines: ["You may turn to the French Defender of Rights free of charge, online or by post."],
          links: [
            { text: "Form of the Defender of Rights", href: "https://formulaire.defenseurdesdroits.fr/" },
          ],
        },
      ],
    }),
    ecodesign: ({ measured }: DocumentFacts): Doc => ({
      first: measured
        ? `The heaviest screen of this version weighs ${f.decimal(
            (Math.max(0, ...measured.pages.map(({ bytes }) => bytes)) + measured.files) / 1000,
          )} kB.`
        : "The weight of this version was not measured.",
      second: `The limit is ${BUDGET.kilobytes} kB; the tests refuse a version that exceeds it.`,
      blocks: [
        {
          title: "Targets",
          list: [
            `at most ${BUDGET.kilobytes} kB on the first visit, ${BUDGET.again} kB on the next;`,
            `at most ${BUDGET.requests} requests and ${BUDGET.elements} elements a screen, tables folded;`,
            "no request to a third party, no font to fetch, no picture;",
            "readable without script, and at 400 kbit/s.",
          ],
        },
        {
          title: "How",
          list: [
            "pages are drawn by the server, once for each state of the data;",
            "files are kept by the browser and not asked for again;",
            "the refresh stops on demand;",
            "nothing moves, nothing starts by itself.",
          ],
        },
        {
          title: "Standard",
          lines: [
            "These targets follow criteria of the French general standard for the ecodesign of digital services (RGESN, 78 criteria). No complete self-assessment has been published yet.",
          ],
        },
      ],
    }),
    legal: ({ publisher }: DocumentFacts): Doc => ({
      first: publisher.name
        ? `This service is published by ${publisher.name}.`
        : "The publisher of this service is still to be named.",
      second: "What is marked “to be completed” waits for the tourist office.",
      blocks: [
        {
          title: "Publisher",
          list: [
            `Name: ${publisher.name ?? TO_COMPLETE}.`,
            `Address: ${publisher.address ?? TO_COMPLETE}.`,
            `Telephone: ${publisher.phone ?? TO_COMPLETE}.`,
            `Director of publication: ${publisher.director ?? TO_COMPLETE}.`,
          ],
        },
        { title: "Contact", ...mail(publisher.email) },
        { title: "Hosting", lines: [`${publisher.host ?? "To be completed by the tourist office"}.`] },
        {
          title: "Software and sources",
          list: [
            "Beffroi, free software under the Apache 2.0 licence.",
            "Public holidays: date-holidays, data under CC BY 3.0.",
            "School holidays: French ministry of education, Licence Ouverte.",
          ],
        },
      ],
    }),
    privacy: ({ publisher }: DocumentFacts): Doc => ({
      first: "Visits are counted here, not persons.",
      second: "No cookie, no audience measurement, no request to a third party.",
      blocks: [
        {
          title: "What is recorded",
          list: [
            "passages, tickets by broad class and uses of kiosks, by quarter of an hour or by sale;",
            "of a postcode, only the département or the country;",
            "notes of the team, in which e-mail addresses and telephone numbers are refused;",
            "a fingerprint of the address of whoever is alerted, so as not to write twice.",
          ],
        },
        {
          title: "What never enters",
          lines: [
            "Name, e-mail, telephone, address, identifier of a device: what is not on the list of admitted fields is not read.",
          ],
        },
        {
          title: "For how long",
          list: [
            "refused rows: 90 days, without their content;",
            "trace of alerts sent: 400 days;",
            "counts and sales: without limit for now; their reduction after thirteen months is not built yet.",
          ],
        },
        {
          title: "Addresses that are written to",
          lines: [
            "The addresses that receive alerts and the message of the morning are kept by the tourist office in its settings file. Ask it to change or remove yours.",
          ],
        },
        {
          title: "Your rights",
          lines: [
            publisher.dataProtection
              ? `For any question: ${publisher.dataProtection}.`
              : `Contact for personal data: ${TO_COMPLETE}.`,
          ],
          links: [{ text: "Complain to the CNIL (in French)", href: "https://www.cnil.fr/fr/plaintes" }],
        },
      ],
    }),
    sitemap: (_facts: DocumentFacts): Doc => ({
      first: "All pages of this service.",
      second: "The same exist in French, English and Dutch.",
      blocks: [],
    }),
  };
};
