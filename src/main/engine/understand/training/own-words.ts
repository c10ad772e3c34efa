import type { SentimentLanguage } from '../negators.ts';

/**
 * Words of our own choosing with a strength, which go before the translated list: what guests, diners, buyers
 * and readers say that AFINN's English does not know or its translation gets wrong (Romanian `scump` is not a
 * `dear` friend). Where one word has several endings, the usual ones stand here.
 */
export const ownWords: Readonly<Record<SentimentLanguage, readonly (readonly [number, string])[]>> = {
  en: [
    [3, 'spotless delicious tasty comfy immaculate gorgeous stunning superb flawless gem hassle-free'],
    [2, 'cozy cosy spacious quiet comfortable roomy attentive courteous welcoming reliable sturdy crisp'],
    [2, 'fresh flavorful flavourful affordable well-equipped intuitive responsive durable'],
    [-2, 'noisy overpriced cramped dated stained mouldy moldy smelly shabby rundown outdated stale bland'],
    [-2, 'sluggish laggy glitchy flimsy unhelpful unresponsive understaffed overcooked undercooked soggy'],
    [-3, 'filthy inedible cockroaches bedbugs rip-off ripoff refund defective unusable'],
  ],
  ro: [
    [
      3,
      'bun bună buni bune bine excelent excelentă excelente excelenți grozav grozavă superb superbă superbe',
    ],
    [3, 'minunat minunată minunate minunați perfect perfectă impecabil impecabilă ireproșabil ireproșabilă'],
    [3, 'extraordinar extraordinară extraordinare fantastic fantastică delicios delicioasă delicioase'],
    [
      3,
      'încântat încântată încântați recomand recomandăm mulțumit mulțumită mulțumiți merită genial genială',
    ],
    [
      2,
      'frumos frumoasă frumoase frumoși curat curată curate curățenie gustos gustoasă gustoase plăcut plăcută',
    ],
    [
      2,
      'confortabil confortabilă comod comodă amabil amabilă amabili prietenos prietenoși primitor primitori',
    ],
    [2, 'liniște liniștit liniștită proaspăt proaspătă spațios spațioasă rapid rapidă promptă prompt serios'],
    [2, 'util utilă utile fiabil rezistent rezistentă silențios ieftin ieftină accesibil încredere plăcere'],
    [2, 'adorat adoră iubesc felicitări bravo mulțumesc mulțumim elegant elegantă revenim'],
    [
      -3,
      'prost proastă proaste proști oribil oribilă groaznic groaznică îngrozitor îngrozitoare jalnic jalnică',
    ],
    [
      -3,
      'țeapă țepari jeg jegos jegoasă mizerie mizerabil mizerabilă dezgustător scârbos nesimțire nesimțiți',
    ],
    [-3, 'dezastru rușine hoți hoție bătaie porcărie gunoi defect defectă defecte coșmar catastrofă'],
    [-2, 'slab slabă slabe slabi murdar murdară murdare stricat stricată rupt ruptă spart spartă zgârieturi'],
    [-2, 'scump scumpă scumpe dezamăgit dezamăgită dezamăgiți dezamăgire dezamăgitor dezamăgitoare'],
    [-2, 'gălăgie gălăgios zgomot zgomotos miros miroase mucegai gândaci ploșnițe păcălit păcălită degeaba'],
    [-2, 'nepoliticos nepoliticoși obraznic obraznică arogant arogantă nepăsare lent lentă inutil inutilă'],
    [-2, 'plictisitor plictisitoare îndoielnic îndoielnică regret regretați returnez retur blochează'],
    [-2, 'neplăcut neplăcută nasol nasoală urât urâtă vechi uzat uzată arsă expirat expirată supraevaluat'],
  ],
  de: [
    [
      3,
      'hervorragend hervorragende hervorragendes ausgezeichnet ausgezeichnete wunderbar wunderbare traumhaft',
    ],
    [
      3,
      'empfehlenswert köstlich lecker leckeres leckere makellos einwandfrei spitze klasse top begeistert super',
    ],
    [
      2,
      'sauber saubere sauberes gemütlich gemütliche bequem bequeme bequemes freundlich freundliche freundliches',
    ],
    [
      2,
      'hilfsbereit hilfsbereite ruhig ruhige geräumig geräumige zuvorkommend preiswert günstig zuverlässig',
    ],
    [2, 'zufrieden empfehlen gelungen reichhaltig frisch schön schöne schönes liebevoll gerne wohlgefühlt'],
    [
      -3,
      'schrecklich schreckliche furchtbar furchtbare katastrophe miserabel ekelhaft ekelig abzocke frechheit',
    ],
    [
      -2,
      'schmutzig schmutzige dreckig dreckige unfreundlich unfreundliche laut lauter hellhörig teuer überteuert',
    ],
    [-2, 'enttäuscht enttäuschend enttäuschung defekt kaputt schimmel schimmelig lieblos abgewohnt veraltet'],
    [
      -2,
      'schlecht schlechte schlechter schlechtes schlimm mangelhaft nie langweilig langsam ungenießbar kalt',
    ],
  ],
  fr: [
    [
      3,
      'excellent excellente excellents parfait parfaite magnifique superbe délicieux délicieuse génial géniale',
    ],
    [
      3,
      'impeccable impeccables adorable adorables merveilleux merveilleuse formidable exceptionnel ravi ravie ravis',
    ],
    [
      2,
      'propre propres confortable confortables accueillant accueillante chaleureux chaleureuse agréable agréables',
    ],
    [
      2,
      'calme spacieux spacieuse recommande recommandons gentil gentille souriant souriante serviable copieux',
    ],
    [2, 'bon bonne bons bonnes beau belle fiable efficace satisfait satisfaite plaisir frais fraîche top'],
    [
      -3,
      'horrible horribles affreux affreuse catastrophique dégoûtant infect infecte honteux arnaque nul nulle nuls',
    ],
    [
      -2,
      'sale sales bruyant bruyante bruyants cher chère déçu déçue déçus décevant décevante déception désagréable',
    ],
    [
      -2,
      'moisissure vétuste vieillot médiocre insalubre cassé cassée panne impoli fuir éviter lent lente froid',
    ],
    [-2, 'mauvais mauvaise pire bruit minuscule ennuyeux inutile inutilisable défectueux remboursé odeur'],
  ],
  es: [
    [
      3,
      'excelente excelentes estupendo estupenda estupendos fantástico fantástica maravilloso maravillosa genial',
    ],
    [
      3,
      'perfecto perfecta perfectos impecable impecables delicioso deliciosa espectacular inmejorable encantador',
    ],
    [3, 'encanta encantó encantados encantada precioso preciosa buenísimo buenísima recomendable magnífico'],
    [
      2,
      'bueno buena buenos buenas buen bien limpio limpia limpios limpieza cómodo cómoda cómodos amable amables',
    ],
    [
      2,
      'agradable agradables tranquilo tranquila atento atenta atentos céntrico amplio amplia amplias rico rica',
    ],
    [
      2,
      'recomiendo recomendamos repetiremos volveremos acogedor acogedora silencioso correcto bonito bonita',
    ],
    [
      -3,
      'horrible horribles pésimo pésima pésimos asco asqueroso asquerosa vergüenza estafa timo fatal desastre',
    ],
    [
      -2,
      'sucio sucia sucios sucias ruidoso ruidosa ruido ruidos caro cara caros incómodo incómoda viejo vieja',
    ],
    [
      -2,
      'malo mala malos malas peor mal decepción decepcionado decepcionante decepcionados antipático maleducado',
    ],
    [
      -2,
      'escaso escasa anticuado anticuada descuidado moho roto rota olor pequeñas frío lento lenta aburrido',
    ],
  ],
  it: [
    [
      3,
      'ottimo ottima ottimi ottime eccellente eccellenti splendido splendida stupendo stupenda perfetto perfetta',
    ],
    [
      3,
      'meraviglioso meravigliosa fantastico fantastica delizioso deliziosa buonissimo buonissima impeccabile',
    ],
    [
      2,
      'buono buona buoni buone bello bella belli belle pulito pulita pulite pulizia comodo comoda gentile gentili',
    ],
    [
      2,
      'cortese cortesi disponibile disponibili accogliente tranquillo tranquilla silenzioso consiglio consigliato',
    ],
    [2, 'gustoso gustosa spazioso spaziosa curato torneremo soddisfatto soddisfatta efficiente bravi grazie'],
    [
      -3,
      'pessimo pessima pessimi pessime orribile schifo schifoso vergogna vergognoso truffa disastro terribile',
    ],
    [
      -2,
      'sporco sporca sporchi sporche rumoroso rumorosa rumore caro cara scortese scortesi maleducato deluso',
    ],
    [
      -2,
      'delusa delusi deludente delusione brutto brutta muffa vecchio vecchia rotto rotta scarso scarsa scadente',
    ],
    [-2, 'peggio peggiore male noioso lento lenta inutile freddo fredda puzza trascurato sconsiglio'],
  ],
  pt: [
    [
      3,
      'ótimo ótima ótimos ótimas excelente excelentes maravilhoso maravilhosa perfeito perfeita incrível lindo',
    ],
    [
      3,
      'linda lindos fantástico fantástica delicioso deliciosa impecável espetacular adorei amei adoro amo melhor',
    ],
    [
      2,
      'bom boa bons boas limpo limpa limpos limpeza confortável confortáveis simpático simpática simpáticos',
    ],
    [
      2,
      'atencioso atenciosos tranquilo tranquila aconchegante recomendo voltaremos bonito bonita gostoso gostosa',
    ],
    [2, 'espaçoso silencioso satisfeito satisfeita prestável acolhedor saboroso parabéns obrigado obrigada'],
    [
      -3,
      'péssimo péssima péssimos horrível horríveis nojo nojento nojenta vergonha lixo roubo terrível odeio',
    ],
    [
      -2,
      'ruim ruins sujo suja sujos barulho barulhento barulhenta caro cara desconfortável mal-educado grosseiro',
    ],
    [
      -2,
      'mau má maus más pior mofo bolor velho velha quebrado quebrada avariado decepção decepcionado desiludido',
    ],
    [-2, 'decepcionante fraco fraca lento lenta chato chata inútil frio atraso enganado'],
  ],
  nl: [
    [
      3,
      'geweldig geweldige fantastisch fantastische uitstekend uitstekende prachtig prachtige perfect perfecte',
    ],
    [
      3,
      'heerlijk heerlijke schitterend schitterende aanrader topper zalig verrukkelijk voortreffelijk super',
    ],
    [3, 'onberispelijk adembenemend genoten genieten smullen tevreden aanraden'],
    [
      2,
      'goed goede prima fijn fijne lekker lekkere mooi mooie leuk leuke schoon schone vriendelijk vriendelijke',
    ],
    [2, 'behulpzaam behulpzame gezellig gezellige rustig rustige stil ruim ruime comfortabel comfortabele'],
    [
      2,
      'handig handige betrouwbaar duidelijk overzichtelijk vers verse verzorgd netjes gastvrij hartelijk blij',
    ],
    [2, 'snel snelle helder boeiend boeiende spannend nuttig dol complimenten bedankt goedkoop'],
    [
      -3,
      'vreselijk vreselijke afschuwelijk afschuwelijke verschrikkelijk walgelijk smerig waardeloos oplichting',
    ],
    [-3, 'oplichters rampzalig ramp schandalig belachelijk belachelijke nachtmerrie bedwantsen'],
    [
      -2,
      'slecht slechte slechtste vies vieze duur lawaai lawaaierig herrie onbeschoft onbeleefd onvriendelijk',
    ],
    [
      -2,
      'onvriendelijke kapot stuk saai saaie traag trage teleurstellend teleurgesteld tegenvallend tegenviel',
    ],
    [
      -2,
      'tegenvaller jammer schimmel muf verouderd versleten krakend gammel taai karig smakeloos koud onduidelijk',
    ],
    [-2, 'rommelig spijt helaas zonde crasht weggegooid verwijderd niks haperen hapert storing'],
  ],
  hr: [
    [
      3,
      'odličan odlična odlično odlične odlični izvrstan izvrsna izvrsno izvrsne sjajan sjajna sjajno fantastičan',
    ],
    [3, 'fantastična fantastično prekrasan prekrasna prekrasno divan divna divno savršen savršena savršeno'],
    [3, 'vrhunski vrhunska vrhunsko predivan predivna predivno oduševljen oduševljena oduševljeni preporuka'],
    [3, 'preporučujem preporučamo preporuke najbolji najbolja najbolje genijalno super obožavam'],
    [
      2,
      'dobar dobra dobro dobri dobre lijep lijepa lijepo lijepi čist čista čisto čisti ljubazan ljubazna ljubazno',
    ],
    [2, 'ljubazni ukusan ukusna ukusno ugodan ugodna ugodno udoban udobna udobno udobni tih tiho mirno'],
    [
      2,
      'prostran prostrana susretljiv susretljivo susretljivi gostoljubivi zadovoljan zadovoljna zadovoljni',
    ],
    [2, 'brz brza brzo koristan korisna korisno pouzdan pouzdana kvalitetan kvalitetno svjež svježa svježe'],
    [
      2,
      'zanimljiv zanimljivo zanimljiva vrijedi uživali pohvale hvala povoljno profesionalno jasno sretan sretna',
    ],
    [
      -3,
      'grozan grozna grozno užasan užasna užasno užas odvratan odvratno katastrofa sramota prevara očajan',
    ],
    [-3, 'očajno gadno smeće najgori najgora najgore stjenice žohari bezobrazno bezobrazan lopovi'],
    [-2, 'loš loša loše loši prljav prljava prljavo prljavi skup skupa skupo preskupo preskupa neljubazan'],
    [-2, 'neljubazna neljubazno neljubazni nepristojan bučno bučan buka buke smrdi smrdjelo smrad plijesan'],
    [
      -2,
      'pokvaren pokvareno pokvario kvar spor spora sporo dosadan dosadna dosadno razočaran razočarana razočaranje',
    ],
    [
      -2,
      'beskoristan beskorisno slab slaba slabo hladna hladno bljutavo žalim zastario zapušten pukao nažalost',
    ],
    [-2, 'nezadovoljan nezadovoljna neuredno neudoban neudobno nepregledno gužva ružno ružan'],
  ],
};
