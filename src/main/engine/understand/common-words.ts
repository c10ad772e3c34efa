import { LANGUAGES, type SentimentLanguage } from './negators.ts';

/**
 * The everyday words of the nine languages, as people type them, marks left out included. They settle short
 * texts, of which letter statistics say little: "eu te amo" is Portuguese and "merci" French beyond doubt.
 */
const COMMON: Readonly<Record<SentimentLanguage, string>> = {
  en: `the and you your for with this that have has are was were is it's its i'm i'll i've don't didn't can't
    what who why when where how they them their he she his her we our my me of to in on at by from about just
    like love good great nice best cool happy thanks thank please sorry today tonight tomorrow now never
    always really very much more not no yes but so if all out up get got going want know think see look people
    would will could should been being because again still worst bad here there awesome okay birthday morning
    night room staff food phone book clean dirty friendly service recommend breakfast a i it as an had he's
    there's you're that's`,
  ro: `și si nu e este sunt era erau am ai are avem aveți au a fost foarte pentru că ca să sa din la cu pe de ce
    cine când cand unde cum mai mult multe bine bun bună buna bune frumos frumoasă rău rea prost proastă azi
    astăzi mâine maine ieri acum aici acolo niciodată niciodata doar dar sau dacă daca asta ăsta acest această
    meu mea tău ta lui ei noi voi mie ție tine mine îmi imi îți iti își isi eu tu el ea vă va fac face vreau
    poate mersi mulțumesc multumesc mulțumim salut bravo noapte dimineață zi ziua iubesc recomand curat cameră
    camera personalul bani lucru oameni totul toate tot într-o o un niște fără fara după dupa le te se ma in
    în cel cea sunteți suntem mi-a mi-am n-am nu-i te-am iar`,
  de: `der die das und ist nicht ich du er sie es wir ihr ein eine einen einem einer kein keine mit auf für fuer
    von zu zum zur im am an aus bei nach über ueber auch aber oder wenn weil dass wie was wer wo wann warum
    hab habe hat haben war waren bin bist sind sein wird werden kann muss mal noch schon sehr nur jetzt heute
    morgen gestern immer nie nichts danke bitte ja nein gut gute guten schön schoen super geil mir mich dir
    dich uns mein meine dein deine so doch eben halt gar leider endlich wieder hier da quatsch zurecht hübsch
    zimmer sauber freundlich essen empfehlen gerne alles viel mehr leute abend nacht tag ach mag`,
  fr: `le la les et est je tu il elle nous vous ils un une des du de au aux pas ne que qui quoi quand où pour
    avec dans sur sans mais ou donc très tres plus moins bien bon bonne c'est j'ai j'aime d'un d'une l'hôtel
    qu'il ça ca oui non merci bonjour bonsoir salut mon ma mes ton ta tes son sa ses leur moi toi lui être
    était suis es sont avons ont fait faire tout tous toute trop rien jamais toujours encore aussi comme même
    meme ici aujourd'hui demain hier chambre jour nuit personnel propre beau belle génial mdr parce alors a à
    y en ce cet cette se si peut me te mal joli jolie matelas`,
  es: `el la los las y es son no me te se lo le un una unos de del al en con por para que qué quien quién cuando
    cuándo donde dónde como cómo muy más mas menos bien bueno buena buenos buenas malo mala pero porque si sí
    yo tú él ella nosotros ellos mi mis tu tus su sus esto esta este está están estoy eres soy hay ha han he
    fue era ser hacer hola gracias adiós hoy mañana ayer ahora siempre nunca nada todo todos todas también
    aquí allí jaja jajaja amo eso quiero tengo tiene día dias noche hotel habitación personal limpio amable
    mejor peor mucho mucha muchas solo sólo ya sin sobre nos hasta desde a e o os ni ese esa esos les vos
    bonita bonito`,
  it: `il lo la gli le i e è non che chi cosa come quando dove perché perche per con su da di del della dei delle
    al alla nel nella un uno una sono sei siamo siete era ho hai ha hanno abbiamo fatto molto più piu meno
    bene buono buona bello bella brutto male ma o se mi ti ci vi si io tu lui lei noi voi loro mio mia tuo tua
    suo sua questo questa quello quella oggi domani ieri ora adesso sempre mai niente tutto tutti anche solo
    ancora già grazie ciao prego dopo notte giorno buongiorno buonanotte odio amo voglio capito chissà chissa
    vaffanculo camera colazione personale gentile pulito ottimo ottima faccio sai naturalmente a in no ne ai
    dal dai l'hotel c'è un'altra quanto così`,
  pt: `o a os as e é eh são sao não nao que quem quando onde como por para pra pro com sem em no na nos nas do da
    dos das ao à um uma uns eu tu ele ela você voce vc vcs nós eles meu minha meus seu sua te me se lhe isso
    isto esse essa este esta muito muita mais menos bem bom boa mal mas porque pq já ja só so hoje hj amanhã
    amanha ontem agora sempre nunca nada tudo todo todos também tambem tb aqui ali tá tô to está estou sou
    somos foi era ser ter tem tenho fazer vai vou vamo vamos quero amo adoro amei oi olá ola obrigado obrigada
    mano kkk ai né ne caralho porra dia noite quarto café ótimo otimo lindo linda maravilhosa maravilhoso
    demais quer pai mãe perdi tomei ansiosa nervosa olha chorando doce vermelho dormi acordei tchau`,
  nl: `de het een en is niet ik jij je hij zij ze wij we jullie u dit dat die deze met voor van naar bij op om
    aan uit over ook maar of als omdat dan nog wel al zo heel erg veel meer minder goed goede slecht leuk mooi
    lekker gezellig wat wie waar wanneer waarom hoe ben bent zijn was waren heb hebt heeft hebben had kan moet
    gaan ga gaat wil mijn jouw haar ons onze mij jou hem hun geen nooit niets altijd vandaag morgen gisteren
    straks nu hier daar bedankt dank hallo doei ja nee echt best kamer personeel schoon vriendelijk ontbijt
    eten alles iemand iedereen weer toch even lieve schat te er tot door zeer prima in me man`,
  hr: `i je nije su nisu sam nisam si smo ste bio bila bilo bili u na za od do s sa iz po o pri kod kako što sto
    tko gdje kada kad zašto zasto ali ili ako jer da ne se me te mi ti on ona ono vi oni moj moja moje tvoj
    naš ovo ova ovaj to taj ta sve svi samo još jos već vec vrlo jako puno malo više vise manje dobro dobar
    dobra loše lose lijepo super hvala molim danas sutra jučer jucer sad sada uvijek nikad ništa nista ovdje
    tamo može moze hoću imam ima nema nemam bok dan noć soba hrana osoblje čisto cisto ljubazno preporučujem
    odlično odlican odličan stvarno baš bas volim treba opet a nas vas bez`,
};

/** What one word says of each language, in the order of `LANGUAGES`: 1 where it is one's own, a quarter where two share it. */
const SHARES: ReadonlyMap<string, Float32Array> = build();

function build(): ReadonlyMap<string, Float32Array> {
  const shares = new Map<string, Float32Array>();
  LANGUAGES.forEach((language, at) => {
    for (const word of COMMON[language].split(/\s+/)) {
      const share = shares.get(word) ?? new Float32Array(LANGUAGES.length);
      share[at] = 1;
      shares.set(word, share);
    }
  });
  for (const share of shares.values()) {
    const owners = share.reduce((n, x) => n + x, 0);
    for (let at = 0; at < share.length; at += 1) share[at] = (share[at] ?? 0) / (owners * owners);
  }
  return shares;
}

const WORD = /\p{L}+(?:['’]\p{L}+)*/gu;

/** What the everyday words of a text say: a count per language, in the order of `LANGUAGES`, of sure words. */
export function commonWords(text: string): { counts: Float32Array; words: number } {
  const counts = new Float32Array(LANGUAGES.length);
  const words = text.toLowerCase().match(WORD) ?? [];
  for (const word of words) {
    const share = SHARES.get(word.replace('’', "'"));
    if (share === undefined) continue;
    for (let at = 0; at < counts.length; at += 1) counts[at] = (counts[at] ?? 0) + (share[at] ?? 0);
  }
  return { counts, words: words.length };
}
