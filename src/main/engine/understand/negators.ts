/** The languages the sentiment model was trained for or has word lists in. */
export const LANGUAGES = ['en', 'ro', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'hr'] as const;
export type SentimentLanguage = (typeof LANGUAGES)[number];

export function isSentimentLanguage(language: string | null): language is SentimentLanguage {
  return language !== null && (LANGUAGES as readonly string[]).includes(language);
}

const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Words, folded, that turn around what follows them. */
export const NEGATORS: Readonly<Record<SentimentLanguage, ReadonlySet<string>>> = {
  en: list(
    "not no never none nobody nothing neither nor cannot without hardly barely don't doesn't didn't isn't aren't wasn't weren't won't wouldn't can't couldn't shouldn't haven't hasn't hadn't ain't dont doesnt didnt isnt arent wasnt werent wont wouldnt cant couldnt shouldnt havent hasnt hadnt aint",
  ),
  ro: list('nu n nici niciodata niciun nicio nimic nimeni nicaieri fara nicidecum'),
  de: list(
    'nicht nich kein keine keinen keinem keiner keines nie niemals nichts nirgends ohne weder kaum nix',
  ),
  fr: list('ne n pas jamais aucun aucune rien sans ni personne guere'),
  es: list('no nunca jamas ningun ninguna ninguno nada nadie sin tampoco ni'),
  it: list('non mai nessun nessuno nessuna niente nulla senza ne neanche nemmeno neppure'),
  pt: list('nao nunca jamais nenhum nenhuma nada ninguem sem nem'),
  nl: list('niet geen nooit niets niks nergens niemand zonder noch nauwelijks amper'),
  hr: list(
    'ne nije nisu nisam nisi nismo niste nema nemam nemamo nemaju nikad nikada nista nitko niko nikome bez ni niti nece necu necemo nemoj nemojte nijedan nijedna nijednu nimalo',
  ),
};

/** Words, folded, after which the writer says what weighs more ("clean, but loud"). */
export const CONTRASTS: Readonly<Record<SentimentLanguage, ReadonlySet<string>>> = {
  en: list('but however although though yet except'),
  ro: list('dar insa totusi desi doar'),
  de: list('aber jedoch allerdings doch obwohl'),
  fr: list('mais cependant toutefois pourtant'),
  es: list('pero sin embargo aunque'),
  it: list('ma pero tuttavia anche'),
  pt: list('mas porem contudo embora'),
  nl: list('maar echter hoewel toch'),
  hr: list('ali no medutim iako'),
};
