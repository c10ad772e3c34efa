import type { PhraseBank } from './model.ts';

export const phrasesRo: PhraseBank = {
  slots: {
    woman: ['Irina', 'Ana', 'Elena', 'Daria', 'Ilinca', 'Corina'],
    man: ['Mihai', 'Radu', 'Tudor', 'Sorin', 'Matei'],
    name: ['Irina', 'Ana', 'Mihai', 'Radu', 'Elena', 'Daria', 'Tudor', 'Ilinca', 'Sorin', 'Corina', 'Matei'],
    who: [
      'soțul',
      'soția',
      'doi prieteni',
      'copiii',
      'mama',
      'sora mea',
      'un coleg',
      'bebelușul',
      'părinții',
      'cățelul',
      'bunica',
    ],
    city: [
      'Cluj',
      'Iași',
      'București',
      'Brașov',
      'Timișoara',
      'Galați',
      'Ploiești',
      'Sibiu',
      'Bacău',
      'Oradea',
      'Buzău',
    ],
    day: ['luni', 'marți', 'miercuri', 'joi', 'vineri', 'sâmbătă', 'duminică'],
    n: ['două', 'trei', 'patru', 'cinci', 'șase'],
    food: [
      'ouăle ochiuri',
      'dulceața de smochine',
      'plăcinta dobrogeană',
      'salata de roșii',
      'zacusca',
      'mierea de tei',
      'scrumbia afumată',
      'prăjitura cu vișine',
      'clătitele',
      'iaurtul de casă',
    ],
    thing: [
      'dușul',
      'frigiderul',
      'robinetul',
      'aerul condiționat',
      'seiful',
      'uscătorul de păr',
      'fierbătorul',
      'televizorul',
      'ventilatorul din baie',
      'mânerul ferestrei',
    ],
    floor: ['parter', 'etajul unu', 'etajul doi', 'ultimul etaj'],
  },
  topics: {
    room: {
      good: [
        'Camera {room} a fost [impecabilă|foarte curată|lună], cu [o saltea pe care aș lua-o acasă|lenjerie care miroase a mare|mai mult spațiu decât în poze].',
        '[Am dormit|Toți am dormit|Am dormit în sfârșit] [buștean|ca pruncii|neîntorși] în camera {room}, [patul e uriaș|pernele sunt perfecte|draperiile nu lasă deloc lumină].',
        'Camera de la {floor} era [mică, dar cochetă|luminoasă și aerisită|proaspăt zugrăvită], iar ei [schimbau prosoapele zilnic|ne-au lăsat fructe|au reparat pe loc ce era stricat].',
        '[Mi-a plăcut mult|Am numai laude pentru|Nota zece pentru] camera {room}: [gresie albastră și podea de lemn|mobilă veche recondiționată cu gust|simplu, cald, fără fițe].',
      ],
      bad: [
        '{thing} din camera {room} [era stricat de tot|a cedat din prima zi|nu mergea] și [n-a venit nimeni|abia după {n} telefoane a urcat cineva|ni s-a zis „poate mâine”].',
        'În camera {room} mirosea a [igrasie|țigări vechi|canalizare], [și nu ajuta nici geamul deschis|chiar și după {n} ore de aerisit|prima care a simțit a fost chiar camerista].',
        '[Am găsit|Noi am găsit|A doua zi am găsit] [păr în duș|praf sub pat|o pată pe cearșaf], iar {thing} [părea mai bătrân decât mine|se ținea în bandă adezivă|făcea zgomot toată noaptea].',
        'Camera de la {floor} e [minusculă|mult mai mică decât în poze|întunecată], [{n} pași de la pat la ușă|n-ai unde deschide o valiză|te calci pe picioare].',
      ],
    },
    breakfast: {
      good: [
        'Micul dejun [e de vis|singur merită drumul|a fost momentul preferat al zilei]: {food}, {food} și [cafea bună|pâine caldă|ceai adevărat].',
        'Încă mă gândesc la micul dejun și la {food}, iar {name} [ne-a umplut ceașca fără să cerem|ne-a scris rețeta pe un șervețel|ne-a mai adus o porție].',
        '[Bufet mic, dar totul proaspăt|Nimic la plic, totul făcut în casă|Nu e mult, dar fiecare lucru e bun]; neapărat {food}.',
      ],
      bad: [
        'Micul dejun a fost [o dezamăgire|sărac|același în fiecare zi]: [totul rece|nimic cald|după ora nouă nu mai găseai nimic], iar cafeaua [avea gust de aparat|era călduță|s-a terminat].',
        'La {morning} [nu mai era mai nimic|nu mai era pâine|rămăsese doar {food}], și [nimeni n-a completat|ni s-a spus că bucătăria e închisă|personalul se uita în altă parte].',
        '[{eur} euro pentru|Iau {eur} euro pentru|Să dai {eur} euro pe] un mic dejun cu [o felie de șuncă|cafea la plic|castraveți obosiți] e [o glumă|prea mult|greu de explicat].',
      ],
    },
    staff: {
      good: [
        '{name} de la recepție [s-a dat peste cap pentru noi|ne-a găsit un medic la miezul nopții|ne-a printat biletele și ne-a urat drum bun], [mulțumim|gazdă adevărată|oamenii fac hotelul].',
        'Personalul [ne știa pe nume|ne-a primit ca pe rude|a fost drăguț din prima clipă], mai ales {name}.',
        '[Am uitat|Ne-am uitat] [o geacă|un încărcător|iepurașul de pluș] în cameră și {name} [ni l-a trimis la {city}|a sunat în aceeași zi|a alergat după taxi].',
      ],
      bad: [
        '[Recepționera|Domnul de la recepție|Fata de la recepție] [ofta la fiecare întrebare|nu și-a ridicat ochii din telefon|ne-a răspuns în silă] [{day} seara|când am întrebat de micul dejun|târziu în noapte].',
        'Am cerut de {n} ori [prosoape|factură pe firmă|un pătuț], [degeaba|de fiecare dată „imediat”|apoi ne-am lăsat păgubași].',
        'Nimeni [nu și-a cerut scuze|n-a zis o scuză|n-a părut să-i pese] când [s-a stricat {thing}|am așteptat {n} ore camera|ne-au pierdut rezervarea].',
      ],
    },
    pool: {
      good: [
        'Piscina e [mică, caldă și curată|încălzită și liniștită|numai bună pentru dimineți leneșe], [am fost singuri până la {hour}|copiii nu mai voiau afară|iar șezlongurile sunt gratuite].',
        '[Am înotat|Înotam|Eu am înotat] în fiecare [dimineață|seară] în piscină [cu luminile portului în față|fără nimeni în jur|înainte de cafea]: [o bucurie|asta da vacanță|exact ce trebuia].',
      ],
      bad: [
        'Piscina a fost [rece|tulbure|închisă fără anunț] [{day}|{n} zile din sejur|până la {hour}], și [nimeni n-a știut să spună de ce|pe afiș scria „motive tehnice”|noi o plătisem].',
        '[Doar {n} șezlonguri|Prea puține șezlonguri|Prosop pe fiecare șezlong] la piscină [de la {hour} încolo|toată ziua|până ne trezim noi].',
      ],
    },
    noise: {
      good: [
        'E [o liniște minunată|liniște noaptea|atâta pace], [am auzit doar valurile|doar pescărușii pe la {night}|chiar și {day}].',
        'Mi-era teamă de [zgomotul de pe faleză|stradă], dar la {floor} [nu se aude nimic|e doar marea|geamurile noi își fac treaba].',
      ],
      bad: [
        '[Muzica de la bar|Liftul|Televizorul vecinului|O dubă de marfă] ne-a ținut treji până la {night} [{day}|și iar a doua noapte|{n} nopți la rând].',
        '[Pereți de carton|Pereții sunt subțiri|Se aude tot]: [știu acum toată viața celor din camera {room}|te trezește dușul de alături|la {night} încă număram oi].',
      ],
    },
    wifi: {
      good: [
        '[Am urcat|Am trimis] {pct} de poze pe Wi-Fi-ul hotelului [înainte de micul dejun|din camera {room}|{day} seara], [fără nicio problemă|n-a clipit].',
        'Wi-Fi-ul [a dus toate ședințele video|a mers toată săptămâna|prinde până pe plajă], [rar lucru pe litoral|am lucrat {n} zile de pe balcon|fără parole caraghioase].',
      ],
      bad: [
        'Wi-Fi-ul [cădea din zece în zece minute|nu ajunge la {floor}|cere cod nou în fiecare {day}], [am stat pe date mobile|nu te gândi să lucrezi de aici|l-au restartat de {n} ori].',
        '[Fără Wi-Fi în camera {room}|Aproape zero semnal în camera {room}|O liniuță de Wi-Fi în camera {room}], [la {price} lei noaptea|deși pe site îl promit|„sunt pereții groși”, zic ei].',
      ],
    },
    price: {
      good: [
        'La {price} lei [noaptea|pe noapte cu mic dejun] nu găsești [ceva mai bun|calitatea asta|loc mai frumos] [așa aproape de mare|pe faleză|în Constanța].',
        '[Prețuri corecte|Preț cinstit, fără surprize|Raport calitate-preț foarte bun]: am dat {price} lei [și aș mai da|pentru toți trei|cu parcare].',
      ],
      bad: [
        '{price} lei pe noapte e [prea mult|cam piperat|mult peste] pentru [ce primești|o cameră atât de mică|o cameră fără apă caldă].',
        'Ne-au pus [o taxă de plajă|{eur} euro pentru „sosire târzie”|{eur} euro pentru pătuț|o taxă de curățenie] [la plecare|fără să ne spună|și au ridicat din umeri].',
      ],
    },
    location: {
      good: [
        '[Cobori din pat direct pe plajă|În {n} minute ești pe nisip|Mergi pe malul mării până în centrul vechi], [ce să vrei mai mult|n-ai nevoie de mașină|{day} am mers pe jos peste tot].',
        '[Cel mai bun loc|Poziție perfectă|Amplasare excelentă] [între port și plajă|chiar pe faleză]: [am parcat {day} și n-am mai atins mașina|muzee, pește și mare la doi pași].',
      ],
      bad: [
        '[„La malul mării” înseamnă|Malul mării e, de fapt,|Zic „la mare”, dar e] [peste un bulevard|la {n} străzi distanță|în spatele unui șantier], [atenție cu copiii|lucru uitat pe site|nu asta am rezervat].',
      ],
    },
    checkin: {
      good: [
        '{name} [ne-a găsit rezervarea|avea cheia pregătită|ne-a luat actele] [la {hour}|în {min} de secunde], [fără formulare|așa trebuie să fie o cazare].',
        'Cazarea a durat [două minute|mai puțin decât să-mi găsesc buletinul], [chei, o hartă și o limonadă|iar {name} ne-a dus bagajele|deși am ajuns la {hour}].',
      ],
      bad: [
        'La cazare am [așteptat până la {hour}|stat {n} sferturi de oră|șezut pe valize] pentru că [nu era gata camera|rezervarea „nu era în sistem”|era un singur om].',
        '[Ne-au dat camera altora|Rezervarea dispăruse|Ne trecuseră la altă dată] când am ajuns [de la {city}|la {hour}|{day}], [și a durat o oră|pe un ton rece|așa că am luat una fără geam].',
      ],
    },
    parking: {
      good: [
        'Am lăsat mașina [în curte|în spatele hotelului] {n} zile, [gratuit|am economisit {eur} euro|sub felinar, în siguranță], iar {name} [știa numărul pe de rost|a avut grijă de ea].',
        'Parcarea [e în curte și gratuită|a fost simplă, {name} ne-a păstrat un loc|e chiar în spate], [rar în orașul ăsta|am economisit {eur} euro pe zi|chiar și {day} seara].',
      ],
      bad: [
        'Parcarea e [un coșmar|loterie]: {n} locuri la douăsprezece camere, [ne-am învârtit până la {hour}|apoi {eur} euro pe zi peste drum|și unul blocat cu pubele].',
        '[Ne-au zgâriat mașina|Ne-au rupt oglinda|Am luat amendă] [în curtea hotelului|în fața hotelului] și [au ridicat din umeri|nicio cameră, niciun ajutor|recepția „n-are ce face”].',
      ],
    },
    view: {
      good: [
        'Priveliștea din [camera {room}|balcon|camera de la {floor}] [e ireală|ne-a tăiat respirația|bate orice poză]: [răsărit direct din apă|vapoare la intrarea în port|numai albastru].',
        '[M-am trezit|Ne-am trezit|Mă trezeam] la {dawn} doar ca să [văd răsăritul|mă uit la mare|număr vapoarele], [cu cafeaua pe balcon|învelit într-o pătură|în liniște deplină].',
      ],
      bad: [
        '„Vedere la mare” în camera {room} înseamnă [un colț de apă după un zid|parcarea și puțin albastru|să te apleci peste balustradă], [cu {eur} euro în plus|iar suplimentul nu l-au scăzut|păcat].',
      ],
    },
  },
  stay: [
    'Am stat {n} nopți, [în {month}|săptămâna trecută|într-un weekend prelungit], cu [prietenii|familia|gândul la mare].',
    'Am venit [din {city}|cu trenul din {city}|cu mașina din {city}] [pentru {n} zile|de ziua mea|doar noi doi].',
    '[A doua|A treia|A patra] oară {at}, [de data asta cu {who}|mereu în camera {room}|cu așteptări mari].',
    'Am rezervat camera {room} [din impuls|cu luni înainte|la recomandarea unui prieten].',
    '[Oprire scurtă|O pauză|O singură noapte] în drum [spre {city}|spre casă, la {city}|pe litoral], {month}.',
    '',
  ],
  titles: {
    good: [
      '[O bijuterie|O perlă|Un colț de rai] [la mare|pe litoral]',
      '[Revenim|Ne vedem în {month}|Pe curând, {name}]',
      '[Cald|Primitor|Cochet] [și curat|și liniștit]',
      '{n} nopți [perfecte|liniștite|frumoase]',
      'Camera {room}, [rămâne a noastră|preferata mea]',
      '[Mic dejun grozav, priveliște grozavă|Soare, mare și liniște]',
    ],
    bad: [
      '[Nu mai vin|Niciodată|O dată și gata]',
      '[Dezamăgiți|Mă așteptam la altceva|Păcat]',
      '[Scump|Prea scump pentru ce oferă|{price} lei pentru asta?]',
      'Camera {room}: [evitați|cereți alta]',
      '[Obosit|Neglijent|Neprimitor] [și scump|din păcate]',
      'Despre {thing} și altele',
    ],
    mixed: [
      '[Locație bună, dar|Priveliște frumoasă, dar] [obosit|gălăgie|camere mici]',
      '[Merge pentru o noapte|OK pentru {n} nopți|Așa și așa]',
      '[Cu bune și rele|Jumi-juma|Două fețe]',
      'Oameni calzi, [dotări vechi|camere mici]',
    ],
  },
  closing: {
    good: [
      '[Ne gândim deja la|Am rezervat deja|Numărăm zilele până la] [vizita următoare|{month}|întoarcere].',
      '[Recomand cu drag|Mergeți|Nu stați pe gânduri], [mai ales cu copii|dar rezervați din timp|cereți camera {room}].',
      '[Mulțumim|Mii de mulțumiri|Respect], {name} și [echipa|toți ceilalți|bucătăria]!',
      '',
    ],
    bad: [
      '[Nu mai revenim|Noi nu mai venim|Data viitoare altundeva], [din păcate|îmi pare rău|și am spus și la prieteni].',
      '[Căutați altceva|Păstrați cei {price} lei|Gândiți-vă bine], [serios|dacă nu schimbă ceva|sunt locuri mai bune].',
      '[Încă aștept un răspuns|Le-am scris {day}, nimic|Mi-aș vrea cei {eur} euro înapoi].',
      '',
    ],
    mixed: [
      '[Aș mai veni|Poate revin] [dacă repară {thing}|la un preț mai mic|în afara sezonului].',
      '[Per total în regulă|Nici rău, nici grozav|Undeva la mijloc], [{n} din șapte de la mine|cam atât despre camera {room}].',
      '',
    ],
  },
  social: {
    good: [
      '[Dimineața|Seara|Prânzul] {at} [cu {who}|fără niciun plan|și o farfurie plină] [☀️|🌊|😍|💙]',
      '[Gata, am decis:|Na,|Auziți:] {the} [e locul meu de suflet|are cea mai bună cafea de pe litoral|ne-a salvat weekendul] [🙌|🥐|❤️]',
      'Dacă ajungeți {day} în Constanța, [stați pe terasă|cereți {food}|salutați-o pe {woman}] {at} [😋|✨|]',
      '[Am găsit|Din greșeală am găsit|Mulțumită lui {man}:] cel mai liniștit balcon de la Marea Neagră {at}, camera {room} [🌅|🛳️|]',
      '[Din nou {at}|Două zile {at}|În sfârșit {at}] [și {name} a ținut minte cum îmi beau cafeaua|și e ca acasă|și mi-au căzut umerii de la sine]',
      '[Lucrez o săptămână {at}|Birou cu valuri {at}], [marea în față|pescăruși pe post de colegi|{n} ședințe cu valuri pe fundal] [👩‍💻|🐦|]',
    ],
    bad: [
      '{n} [ore|telefoane|mailuri] și tot niciun răspuns {at} despre [cazare|factură|{thing}] [😡|🙄|]',
      '[Dragă|Bună ziua,] {hotel}, [când repară cineva {thing}|de ce ne-ați taxat cardul de două ori|chiar {price} lei pentru camera {room}]?',
      '[N-am mai văzut|Nu-mi vine să cred] așa [coadă|haos|bătaie de joc] la cazare {at}, {day} {hour} [🤦|😤|]',
      '{at}: [fără apă caldă|fără curent la {floor}|muzică sub geam] de la {hour}. [Super vacanță.|Mersi de nimic.|Mai e cineva aici?]',
      '[Am dat|Tocmai am dat] {eur} euro [pe parcare|pe „servicii”|pe două cafele și un suc] {at}... [🤡|fără comentarii|asta e]',
    ],
    plain: [
      '[A fost cineva|Ați fost] {at} [de curând|în {month}|cu copii]? [Merită?|Cum e?|Ne gândim la {n} nopți.]',
      '[Am trecut|Treceam] pe lângă {the} [azi-dimineață|{day}], [zugrăvesc balcoanele|au copertine noi pe terasă|steaguri afară, plin].',
      '[În drum|Cu trenul] spre Constanța, {n} nopți {at}. [Unde mâncăm pește?|Ce să vedem?|Ne vedem, {name}]',
    ],
  },
  forum: {
    title: [
      '[A stat cineva|Cine a stat] {at} cu {who}?',
      '{hotel} sau {rival} [în {month}|pentru {n} nopți|cu copii]?',
      '[Parcare|Camere liniștite|Mic dejun|Wi-Fi] {at}: [cum e|păreri]?',
      '{n} zile în Constanța, [e bine {at}|cazare {at}]',
    ],
    ask: [
      '[Salut,|Bună seara,|Bună tuturor,] venim [din {city}|un grup de {n} persoane|cu {who}] în {month} și [ezităm între {hotel} și {rival}|avem o ofertă de {price} lei {at}|ne gândim la camera {room} {at}].',
      '[E liniște la {floor}|Duce Wi-Fi-ul o ședință video|Se poate cazare la {hour}|Are lift] {at}?',
      '[Am citit|Am auzit|Zice un prieten] că {the} [e plin în fiecare {day}|a schimbat bucătarul|nu mai primește câini], [e adevărat|știe cineva]?',
    ],
    reply: [
      '[Am fost în {month}|Am fost cu {who}|Merg anual], deci [uite ce știu|câteva note|părerea mea].',
      '[Cereți camera {room}|Scrieți-i lui {man}|Rezervați direct], [răspund în aceeași zi|e mai ieftin cu {eur} euro|mult mai bine ca pe portaluri].',
      '[Față de {rival}|Pe lângă {rival}], {the} e [mai mic și mai cald|mai scump cu {eur} euro|mai aproape de apă].',
    ],
  },
  blog: {
    title: [
      '{n} zile [încete|cu vânt|fără program] {at}',
      '[Weekend|Weekend prelungit|O săptămână liniștită] la Constanța: [unde am dormit, ce am mâncat|marea și camera {room}]',
      '[De ce mă tot întorc|Vedere|Însemnări] {at}',
    ],
    opening: [
      '[Sunt hoteluri|Sunt locuri] pe care le [rezervi|alegi] pentru [piscină|adresă], și apoi e {the}, [ales după poza unei pisici|douăsprezece camere și multă mare|găsit într-o zi de {day}, pe ploaie].',
      'Trenul din {city} a întârziat {n} [ore|cafele], și [așa a început sejurul nostru {at}|totuși ne-a așteptat cineva {at}].',
    ],
    closing: [
      '[Sejurul l-am plătit singură|Nimeni n-a plătit textul ăsta|Fără invitație, fără reducere]: {price} lei [noaptea|cu mic dejun].',
      '[Dacă mergeți|De ajungeți acolo], [luați un pulover|salutați-o pe {woman}|lăsați mașina acasă] și [treziți-vă înainte de {dawn}|încercați {food}].',
    ],
  },
};
