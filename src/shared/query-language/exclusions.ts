/** A ready-made exclusion: a kind of noise, in one language. `query` is written as `print` writes it. */
export interface Exclusion {
  /** Kind and language: `jobs-en`. */
  id: string;
  kind: ExclusionKind;
  /** ISO 639-1. */
  language: 'en' | 'ro' | 'de';
  query: string;
}

export const EXCLUSION_KINDS = ['jobs', 'giveaways', 'property', 'weather'] as const;
export type ExclusionKind = (typeof EXCLUSION_KINDS)[number];

const QUERIES: Record<ExclusionKind, Record<Exclusion['language'], string>> = {
  jobs: {
    en: `"job opening" OR "job openings" OR "job vacancy" OR vacancies OR "we are hiring" OR "we're hiring" OR "now hiring" OR "join our team" OR "apply now" OR #hiring`,
    ro: `angajăm OR angajează OR "loc de muncă" OR "locuri de muncă" OR "post vacant" OR "posturi vacante" OR recrutăm OR recrutează OR "trimite CV" OR "trimiteți CV"`,
    de: `Stellenangebot* OR Stellenanzeige* OR Jobangebot* OR "offene Stelle" OR "offene Stellen" OR "ab sofort gesucht" OR Bewerbungsunterlagen OR "m/w/d"`,
  },
  giveaways: {
    en: `giveaway* OR raffle* OR sweepstake* OR "prize draw" OR "enter to win" OR "chance to win" OR "tag a friend"`,
    ro: `giveaway* OR concurs OR concursul OR concursului OR "tragere la sorți" OR tombolă OR tombola OR "câștigă un" OR "câștigă o" OR "etichetează un prieten"`,
    de: `Gewinnspiel* OR Verlosung* OR verlosen OR Preisausschreiben OR Tombola OR "zu gewinnen" OR "markiere deine Freunde"`,
  },
  property: {
    en: `"for sale" OR "for rent" OR "real estate" OR "square metres" OR "square meters" OR "sq ft" OR realtor* OR "asking price"`,
    ro: `"de vânzare" OR "de închiriat" OR "de închiriere" OR imobiliar* OR garsonieră OR "metri pătrați" OR "mp utili" OR "preț negociabil"`,
    de: `"zu verkaufen" OR "zu vermieten" OR Immobilie* OR Eigentumswohnung* OR Kaltmiete OR Quadratmeter OR Wohnfläche`,
  },
  weather: {
    en: `"weather forecast" OR "weather warning" OR "severe weather" OR "traffic jam" OR "traffic update" OR "road closed" OR "road closure" OR "lane closed"`,
    ro: `"prognoza meteo" OR "avertizare meteo" OR "cod galben" OR "cod portocaliu" OR "cod roșu" OR "trafic îngreunat" OR "trafic blocat" OR "drum închis" OR infotrafic`,
    de: `Wettervorhersage OR Wetterbericht OR Unwetterwarnung* OR Verkehrsmeldung* OR Staumeldung* OR "Stau auf" OR Vollsperrung`,
  },
};

export const EXCLUSION_LANGUAGES = ['en', 'ro', 'de'] as const;

export const EXCLUSIONS: readonly Exclusion[] = EXCLUSION_KINDS.flatMap((kind) =>
  EXCLUSION_LANGUAGES.map((language) => ({
    id: `${kind}-${language}`,
    kind,
    language,
    query: QUERIES[kind][language],
  })),
);
