/** French: the pages that the law asks for. They state what was done or measured, and nothing else. */
import { BUDGET, type DocumentFacts } from "../../../src/contract/documents.ts";
import type { Block } from "../../pages/block.ts";
import type { Format } from "../format.ts";
import { fr } from "../typography.ts";

/** One page: its sentence, what comes next, its sections. */
export interface Doc {
  readonly first: string;
  readonly second: string;
  readonly blocks: readonly Block[];
}

const TO_COMPLETE = "à compléter par l’office";

/** French spacing for each line. */
const spaced = (lines: readonly string[]) => lines.map((line) => fr`${line}`);

export const documents = (f: Format) => {
  const mail = (address: string | null) =>
    address === null
      ? { lines: [fr`Contact : ${TO_COMPLETE}.`] }
      : { links: [{ text: address, href: `mailto:${address}` }] };
  return {
    names: {
      accessibility: "Accessibilité",
      ecodesign: "Écoconception",
      legal: "Mentions légales",
      privacy: "Données personnelles",
      sitemap: "Plan du site",
    },
    about: "À propos de ce service",
    api: "L’API et sa description",
    weights: "Le poids de cette version",
    notMeasured: "Cette version n’a pas été pesée lors de sa construction.",
    measuredOn: (day: string, year: string, files: string, requests: string) =>
      fr`Première visite de chaque écran, plein de données d’essai, pesé le ${day} ${year}. Le style, le script et l’icône comptent pour ${files}\u00a0ko et ne sont demandés qu’une fois. Chaque écran tient en ${requests} requêtes.`,
    weightHead: ["Écran", "ko", "éléments"],
    limit: "Limite tenue par les tests",
    accessibility: ({ publisher, checked }: DocumentFacts): Doc => ({
      first: fr`Accessibilité : non conforme.`,
      second: "Aucun audit n’a encore été fait. Voici ce qui a été mesuré, et rien de plus.",
      blocks: [
        {
          title: "État de conformité",
          lines: [
            fr`Ce service n’est *pas conforme* au référentiel général d’amélioration de l’accessibilité (RGAA 4.1) : tant qu’aucun audit de ses 106 critères n’a été réalisé, la loi demande de le dire ainsi.`,
          ],
        },
        {
          title: "Ce que les contrôles automatiques ont trouvé",
          lines: [
            checked
              ? fr`Le ${f.long(checked.day)} ${f.year(checked.day)}, axe-core ${checked.axe} a examiné ${f.int(checked.pages)} pages de cette version (${f.int(checked.screens)} écrans, trois langues, plusieurs largeurs et états) : *${
                  checked.violations === 0
                    ? "aucun défaut relevé"
                    : `${f.int(checked.violations)} ${checked.violations === 1 ? "défaut relevé" : "défauts relevés"}`
                }*.`
              : "Aucun résultat de contrôle automatique n’accompagne cette version.",
            "Un contrôle automatique ne voit qu’une partie des défauts. Il ne remplace pas un audit.",
          ],
        },
        {
          title: "Ce que les tests du logiciel vérifient à chaque version",
          list: spaced([
            "chaque graphique a un nom et un tableau complet ;",
            "au clavier, on parcourt un graphique jour par jour et chaque valeur est dite ;",
            "rien ne déborde à 320 pixels de large ni avec un texte deux fois plus grand ;",
            "sans script, la réponse, le graphique et le tableau sont là.",
          ]),
        },
        {
          title: "Ce qui n’est pas accessible, à notre connaissance",
          list: [
            fr`les raisons d’un refus sont écrites en anglais, langue signalée ;`,
            "le néerlandais n’a pas encore été relu par une personne dont c’est la langue.",
          ],
        },
        {
          title: "Signaler un défaut",
          lines: ["Dites-nous ce qui vous bloque. Une réponse est due sous une semaine."],
          ...(publisher.email
            ? { links: [{ text: publisher.email, href: `mailto:${publisher.email}` }] }
            : { list: [fr`Contact : ${TO_COMPLETE}.`] }),
        },
        {
          title: "Si la réponse ne vient pas",
          lines: ["Vous pouvez saisir gratuitement le Défenseur des droits, en ligne ou par courrier."],
          links: [
            { text: "Formulaire du Défenseur des droits", href: "https://formulaire.defenseurdesdroits.fr/" },
          ],
        },
      ],
    }),
    ecodesign: ({ measured }: DocumentFacts): Doc => ({
      first: measured
        ? fr`L’écran le plus lourd de cette version pèse ${f.decimal(
            (Math.max(0, ...measured.pages.map(({ bytes }) => bytes)) + measured.files) / 1000,
          )}\u00a0ko.`
        : "Le poids de cette version n’a pas été mesuré.",
      second: fr`La limite est de ${BUDGET.kilobytes}\u00a0ko ; les tests refusent une version qui la dépasse.`,
      blocks: [
        {
          title: "Objectifs",
          list: [
            fr`au plus ${BUDGET.kilobytes}\u00a0ko à la première visite, ${BUDGET.again}\u00a0ko à la suivante ;`,
            fr`au plus ${BUDGET.requests} requêtes et ${BUDGET.elements} éléments par écran, tableaux repliés ;`,
            fr`aucune requête vers un tiers, aucune police à télécharger, aucune image ;`,
            "lisible sans script, et avec un débit de 400 kbit/s.",
          ],
        },
        {
          title: "Comment",
          list: spaced([
            "les pages sont dessinées par le serveur, une fois par état des données ;",
            "les fichiers sont gardés par le navigateur sans être redemandés ;",
            "le rafraîchissement s’arrête sur demande ;",
            "rien ne bouge, rien ne se lance seul.",
          ]),
        },
        {
          title: "Référentiel",
          lines: [
            "Ces objectifs suivent des critères du référentiel général d’écoconception de services numériques (RGESN, 78 critères). Aucune autoévaluation complète n’a encore été publiée.",
          ],
        },
      ],
    }),
    legal: ({ publisher }: DocumentFacts): Doc => ({
      first: publisher.name
        ? fr`Ce service est publié par ${publisher.name}.`
        : "L’éditeur de ce service reste à nommer.",
      second: fr`Les rubriques marquées « à compléter » attendent l’office.`,
      blocks: [
        {
          title: "Éditeur",
          list: [
            fr`Nom : ${publisher.name ?? TO_COMPLETE}.`,
            fr`Adresse : ${publisher.address ?? TO_COMPLETE}.`,
            fr`Téléphone : ${publisher.phone ?? TO_COMPLETE}.`,
            fr`Directeur ou directrice de la publication : ${publisher.director ?? TO_COMPLETE}.`,
          ],
        },
        { title: "Contact", ...mail(publisher.email) },
        { title: "Hébergement", lines: [`${publisher.host ?? `À compléter par l’office`}.`] },
        {
          title: "Logiciel et sources",
          list: [
            "Beffroi, logiciel libre sous licence Apache 2.0.",
            fr`Jours fériés : date-holidays, données sous licence CC BY 3.0.`,
            fr`Vacances scolaires : ministère de l’Éducation nationale, Licence Ouverte.`,
          ],
        },
      ],
    }),
    privacy: ({ publisher }: DocumentFacts): Doc => ({
      first: "Ici, on compte des visites, pas des personnes.",
      second: "Aucun cookie, aucune mesure d’audience, aucune requête vers un tiers.",
      blocks: [
        {
          title: "Ce qui est enregistré",
          list: spaced([
            "des passages, des billets par catégorie large et des usages de bornes, par quart d’heure ou par vente ;",
            "d’un code postal, le département ou le pays seulement ;",
            "des notes de l’équipe, où adresses électroniques et numéros de téléphone sont refusés ;",
            "une empreinte de l’adresse des personnes prévenues, pour ne pas leur écrire deux fois.",
          ]),
        },
        {
          title: "Ce qui n’entre jamais",
          lines: [
            fr`Nom, adresse électronique, téléphone, adresse, identifiant d’appareil : ce qui n’est pas sur la liste des champs admis n’est pas lu.`,
          ],
        },
        {
          title: "Combien de temps",
          list: [
            fr`lignes refusées : 90 jours, sans leur contenu ;`,
            fr`trace des envois d’alertes : 400 jours ;`,
            fr`comptages et ventes : sans limite pour l’instant ; leur réduction au bout de treize mois n’est pas encore construite.`,
          ],
        },
        {
          title: "Les adresses prévenues",
          lines: [
            "Les adresses qui reçoivent les alertes et le message du matin sont tenues par l’office dans son fichier de réglage. Demandez-lui d’y changer ou d’en retirer la vôtre.",
          ],
        },
        {
          title: "Vos droits",
          lines: [
            publisher.dataProtection
              ? fr`Pour toute question : ${publisher.dataProtection}.`
              : fr`Contact pour les données personnelles : ${TO_COMPLETE}.`,
          ],
          links: [{ text: "Adresser une plainte à la CNIL", href: "https://www.cnil.fr/fr/plaintes" }],
        },
      ],
    }),
    sitemap: (_facts: DocumentFacts): Doc => ({
      first: "Toutes les pages de ce service.",
      second: "Les mêmes existent en français, en anglais et en néerlandais.",
      blocks: [],
    }),
  };
};
