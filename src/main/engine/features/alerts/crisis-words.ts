import type { CrisisWords } from '#shared/contract/alerts.ts';
import { compile, parse, type Matcher } from '#shared/query-language/index.ts';
import { EarshotError } from '#shared/model/result.ts';

/**
 * Words that seldom stand in a harmless mention of a hotel, shop or restaurant. `*` is any ending. Each language's
 * list is written for it, not translated word by word; a brand can change every list.
 */
export const builtInWords: Readonly<CrisisWords> = {
  en: [
    'food poisoning',
    'salmonella',
    'legionella',
    'norovirus',
    'bed bug*',
    'bedbug*',
    'cockroach*',
    'mould',
    'ambulance',
    'injured',
    'drowned',
    'died',
    'on fire',
    'evacuat*',
    'carbon monoxide',
    'gas leak',
    'explosion',
    'lawsuit',
    'sued',
    'class action',
    'scam*',
    'fraud',
    'data breach',
    'hacked',
    'boycott*',
    'racist',
    'sexual harassment',
    'assault*',
    'stolen',
    'product recall',
  ],
  ro: [
    'toxiinfecți*',
    'intoxicație alimentară',
    'salmonel*',
    'legionel*',
    'ploșniț*',
    'gândac*',
    'mucegai',
    'ambulanț*',
    'rănit*',
    'înecat',
    'a murit',
    'incendi*',
    'evacuat*',
    'monoxid de carbon',
    'scurgere de gaz*',
    'explozie',
    'în judecată',
    'proces penal',
    'ANPC',
    'amendat*',
    'înșelător*',
    'țeap*',
    'fraud*',
    'boicot*',
    'rasis*',
    'hărțuire',
    'agresat*',
    'furat*',
    'date furate',
    'închis de autorități',
  ],
  de: [
    'lebensmittelvergiftung',
    'salmonellen',
    'legionellen',
    'norovirus',
    'bettwanze*',
    'kakerlake*',
    'schimmel',
    'notarzt',
    'rettungswagen',
    'verletzt',
    'ertrunken',
    'gestorben',
    'brand ausgebrochen',
    'evakuier*',
    'kohlenmonoxid',
    'gasleck',
    'explosion',
    'klage',
    'verklagt',
    'betrug',
    'abzocke',
    'datenleck',
    'gehackt',
    'boykott*',
    'rassist*',
    'belästig*',
    'übergriff*',
    'gestohlen',
    'rückruf',
    'gesundheitsamt',
  ],
  fr: [
    'intoxication alimentaire',
    'salmonelle*',
    'légionell*',
    'norovirus',
    'punaise* de lit',
    'cafard*',
    'moisissure*',
    'ambulance',
    'blessé*',
    'noyé*',
    'incendie',
    'évacu*',
    'monoxyde de carbone',
    'fuite de gaz',
    'explosion',
    'procès',
    'porter plainte',
    'arnaque*',
    'escroquerie',
    'fuite de données',
    'piraté*',
    'boycott*',
    'raciste*',
    'harcèlement',
    'agression',
    'volé*',
    'rappel de produit*',
  ],
  es: [
    'intoxicación alimentaria',
    'intoxicación',
    'salmonel*',
    'legionel*',
    'norovirus',
    'chinches',
    'cucaracha*',
    'moho',
    'ambulancia',
    'herido*',
    'ahogado*',
    'incendio',
    'evacua*',
    'monóxido de carbono',
    'fuga de gas',
    'explosión',
    'demanda judicial',
    'denuncia',
    'estafa*',
    'fraude',
    'filtración de datos',
    'hackead*',
    'boicot*',
    'racista*',
    'acoso',
    'agresión',
    'robado*',
    'retirada del producto',
  ],
  it: [
    'intossicazione alimentare',
    'intossicat*',
    'salmonell*',
    'legionell*',
    'norovirus',
    'cimici da letto',
    'scarafagg*',
    'muffa',
    'ambulanza',
    'ferit*',
    'annegat*',
    'incendio',
    'evacua*',
    'monossido di carbonio',
    'fuga di gas',
    'esplosione',
    'denuncia',
    'in tribunale',
    'truffa*',
    'frode',
    'furto di dati',
    'hackerat*',
    'boicott*',
    'razzist*',
    'molestie',
    'aggression*',
    'rubat*',
    'richiamo del prodotto',
  ],
  pt: [
    'intoxicação alimentar',
    'salmonel*',
    'legionel*',
    'norovírus',
    'percevejo*',
    'barata na',
    'baratas',
    'mofo',
    'bolor',
    'ambulância',
    'ferido*',
    'afogado*',
    'incêndio',
    'evacua*',
    'monóxido de carbono',
    'fuga de gás',
    'vazamento de gás',
    'explosão',
    'processo judicial',
    'burla*',
    'golpe',
    'fraude',
    'fuga de dados',
    'vazamento de dados',
    'boicot*',
    'racista*',
    'assédio',
    'agressão',
    'roubad*',
  ],
  nl: [
    'voedselvergiftiging',
    'salmonella',
    'legionella',
    'norovirus',
    'bedwants*',
    'kakkerlak*',
    'schimmel',
    'ambulance',
    'gewond*',
    'verdronken',
    'overleden',
    'brand uitgebroken',
    'geëvacueerd',
    'ontruimd',
    'koolmonoxide',
    'gaslek',
    'explosie',
    'rechtszaak',
    'aangeklaagd',
    'oplicht*',
    'fraude',
    'datalek',
    'gehackt',
    'boycot*',
    'racis*',
    'intimidatie',
    'mishandel*',
    'gestolen',
    'terugroepactie',
  ],
  hr: [
    'trovanje hranom',
    'otrovan*',
    'salmonel*',
    'legionel*',
    'norovirus',
    'stjenic*',
    'žohar*',
    'plijesan',
    'hitna pomoć',
    'ozlijeđen*',
    'utopi*',
    'požar*',
    'evakuira*',
    'ugljični monoksid',
    'curenje plina',
    'eksplozij*',
    'tužba',
    'na sudu',
    'prijevar*',
    'prevaran*',
    'curenje podataka',
    'hakiran*',
    'bojkot*',
    'rasis*',
    'uznemiravanje',
    'napadnut*',
    'ukraden*',
    'povlačenje proizvoda',
  ],
};

/** One word of a list, ready to look for. */
interface Listed {
  word: string;
  matcher: Matcher;
}

const asQuery = (word: string): string => `"${word}"`;

/** @throws EarshotError `invalid` naming the first word that cannot be looked for */
export function checkWords(words: CrisisWords): void {
  for (const word of Object.values(words).flat()) {
    if (parse(asQuery(word)).ok) continue;
    throw new EarshotError(
      'invalid',
      `Earshot cannot look for “${word}”. Begin with a letter, and use * only after letters.`,
      { details: { field: 'words', word } },
    );
  }
}

/** Finds crisis words in texts; what a brand has not changed is the built-in list. */
export class WordFinder {
  readonly #own: CrisisWords;
  readonly #lists = new Map<string, { any: Matcher | null; each: Listed[] }>();

  constructor(own: CrisisWords) {
    this.#own = own;
  }

  /** The words of the language's list that stand in `text`. English where the language is not known. */
  find(text: string, language: string | null): string[] {
    const { any, each } = this.#list(language ?? 'en');
    if (any === null || any.ranges(text).length === 0) return [];
    return each.filter(({ matcher }) => matcher.ranges(text).length > 0).map(({ word }) => word);
  }

  #list(language: string): { any: Matcher | null; each: Listed[] } {
    const known = this.#lists.get(language);
    if (known !== undefined) return known;
    const words = this.#own[language] ?? builtInWords[language] ?? [];
    const each = words.flatMap((word): Listed[] => {
      const parsed = parse(asQuery(word));
      return parsed.ok ? [{ word, matcher: compile(parsed.query) }] : [];
    });
    const all = each.length === 0 ? null : parse(each.map(({ word }) => asQuery(word)).join(' OR '));
    const made = { any: all?.ok === true ? compile(all.query) : null, each };
    this.#lists.set(language, made);
    return made;
  }
}
