import { z } from 'zod';

export const StatementLanguage = z.enum(['en', 'ro', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'hr']);
export type StatementLanguage = z.infer<typeof StatementLanguage>;

/** Languages by their own names, in the order of a menu. */
export const STATEMENT_LANGUAGES: Readonly<Record<StatementLanguage, string>> = {
  en: 'English',
  ro: 'Română',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
  it: 'Italiano',
  pt: 'Português',
  nl: 'Nederlands',
  hr: 'Hrvatski',
};

/**
 * What can honestly be said before anything is known: that it was heard, that somebody is on it, when there
 * will be more, and where to turn to. Square brackets mark what only the owner can fill in.
 */
const TEMPLATES: Readonly<Record<StatementLanguage, (brand: string) => string>> = {
  en: (brand) =>
    `We have seen what is being said about ${brand} and we take it seriously. We are finding out what happened and will not guess before we know. The next update comes here by [time]. If you are affected, write to us at [contact]: we answer personally.`,
  ro: (brand) =>
    `Am văzut ce se spune despre ${brand} și luăm lucrurile în serios. Aflăm acum ce s-a întâmplat și nu facem presupuneri până nu știm. Revenim aici cu noutăți până la [ora]. Dacă ai fost afectat, scrie-ne la [contact]: răspundem personal.`,
  de: (brand) =>
    `Wir haben gesehen, was über ${brand} gesagt wird, und nehmen es ernst. Wir klären gerade, was geschehen ist, und spekulieren nicht, bevor wir es wissen. Bis [Uhrzeit] melden wir uns hier wieder. Wenn Sie betroffen sind, schreiben Sie uns an [Kontakt]: Wir antworten persönlich.`,
  fr: (brand) =>
    `Nous avons vu ce qui se dit à propos de ${brand} et nous le prenons au sérieux. Nous cherchons à établir ce qui s’est passé et ne ferons pas de suppositions avant de le savoir. Nous donnerons des nouvelles ici avant [heure]. Si vous êtes concerné, écrivez-nous à [contact] : nous répondons personnellement.`,
  es: (brand) =>
    `Hemos visto lo que se dice sobre ${brand} y nos lo tomamos en serio. Estamos averiguando qué ha ocurrido y no haremos suposiciones antes de saberlo. Volveremos a informar aquí antes de las [hora]. Si te ha afectado, escríbenos a [contacto]: respondemos personalmente.`,
  it: (brand) =>
    `Abbiamo visto che cosa si dice di ${brand} e lo prendiamo sul serio. Stiamo verificando che cosa è successo e non faremo ipotesi prima di saperlo. Daremo un aggiornamento qui entro le [ora]. Se la cosa ti riguarda, scrivici a [contatto]: rispondiamo di persona.`,
  pt: (brand) =>
    `Vimos o que se diz sobre ${brand} e levamos o assunto a sério. Estamos a apurar o que aconteceu e não faremos suposições antes de o sabermos. Voltamos a dar notícias aqui até às [hora]. Se foi afetado, escreva-nos para [contacto]: respondemos pessoalmente.`,
  nl: (brand) =>
    `We hebben gezien wat er over ${brand} wordt gezegd en nemen het serieus. We zoeken uit wat er is gebeurd en speculeren niet voordat we het weten. Uiterlijk om [tijd] laten we hier weer van ons horen. Heeft dit jou geraakt, schrijf dan naar [contact]: we antwoorden persoonlijk.`,
  hr: (brand) =>
    `Vidjeli smo što se govori o brendu ${brand} i shvaćamo to ozbiljno. Utvrđujemo što se dogodilo i nećemo nagađati dok ne saznamo. Ovdje ćemo se ponovno javiti do [vrijeme]. Ako vas se to tiče, pišite nam na [kontakt]: odgovaramo osobno.`,
};

/** A first holding statement for a brand, to be edited. */
export const holdingStatement = (language: StatementLanguage, brand: string): string =>
  TEMPLATES[language](brand);

/** What is still in square brackets and must be filled in before it is published. */
export const openBlanks = (statement: string): string[] => statement.match(/\[[^[\]\n]{1,40}\]/g) ?? [];
