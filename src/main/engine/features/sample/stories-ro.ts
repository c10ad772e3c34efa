import type { StoryBank } from './model.ts';

export const storiesRo: StoryBank = {
  local: {
    headline: [
      '{Hotel} [își deschide terasa pentru vecini|gătește cu fermieri din Dobrogea|renunță la plastic]',
      'Hotelurile mici [de pe faleză|din Constanța] [au un sezon bun|caută personal]: {hotel} [angajează|rezistă]',
      '[Douăsprezece camere, o idee|O casă cu vedere|Afacere de familie]: [în vizită la|în culisele] {hotel}',
    ],
    lead: [
      '{The}, [de pe faleza din Constanța|la câțiva pași de plajă], [a anunțat|pregătește] [un program nou pentru terasă|o grădină de legume pe acoperiș|un parteneriat cu {n} ferme din zonă].',
      '[Gradul de ocupare|Numărul de rezervări] {at} [a crescut cu {pct} la sută|a ajuns la {pct} la sută] în {month}, [spun proprietarii|arată datele consultate de redacție].',
    ],
    detail: [
      '„[Suntem mici și vrem să rămânem mici|Oamenii vin pentru mare și rămân pentru mâncare|La noi nimeni nu e un număr de cameră]”, [spune {name}, de la recepție|ne-a declarat {name}, din bucătărie].',
      '[Lucrarea|Schimbarea] [costă {eur} de mii de euro|se face din bani proprii] și [ar trebui să fie gata în {month}|durează {n} luni].',
      '[Vecinii|Comercianții|Taximetriștii] [salută ideea|cer mai multe parcări|speră la un sezon mai lung]; [primăria are {n} săptămâni să răspundă|{day} e programată o întâlnire].',
      '[O cameră dublă|O noapte] [pornește de la {price} lei|a costat {price} lei în {month}], [cam ca anul trecut|cu {pct} lei mai mult ca anul trecut].',
    ],
    social: ['[Frumos articol|Bun material] despre {hotel} [și despre oamenii lui|azi în ziar] 📰'],
    guest: [],
  },
  crisis: {
    headline: [
      '[Piscină închisă|Piscină sigilată] la {hotel} după ce [unsprezece turiști au ajuns la medic|turiștii au reclamat usturimi la ochi]',
      'Unsprezece turiști, îngrijiri medicale după [o seară la piscină|o scăpare de clor] la {hotel}',
      '[Suspiciune de clor în exces|Inspectorii au luat probe] la {hotel}: [ce știm până acum|piscina rămâne închisă]',
      '{Hotel}: [întrebări după incidentul de la piscină|„nimeni nu ne-a zis să ieșim din apă”]',
    ],
    lead: [
      'Unsprezece turiști cazați la {hotel} din Constanța [au avut usturimi la ochi și tuse|au avut nevoie de îngrijiri] după [o seară la piscina hotelului|ce au înotat în piscina încălzită], [a confirmat conducerea|au transmis salvatorii].',
      '[Doi copii|Doi copii, de șase și nouă ani,] au fost duși la spital [pentru siguranță|pentru investigații] și [trimiși acasă în aceeași noapte|externați după câteva ore].',
    ],
    detail: [
      '[Din primele date|Potrivit primelor verificări|După primele informații], pompa de dozare [s-a defectat|a rămas deschisă] și [a trimis prea mult clor în apă|a dus clorul de {n} ori peste limită].',
      '„[Ne-a usturat imediat|Îmi ardeau ochii|Am simțit mirosul înainte să vedem apa]”, [povestește {name}, turist din {city}|ne-a spus o mamă din {city}], „iar [personalul se certa cu noi|nimeni nu știa unde e trusa medicală|au trecut {min} minute până au golit piscina]”.',
      '[Inspectorii|Inspectorii sanitari] [au luat {n} probe de apă|au sigilat camera pompelor] [la {hour}|dimineața]; [rezultatele vin {day}|până atunci piscina stă închisă].',
      'Hotelul [și-a cerut scuze în scris|a publicat la {hour} un scurt comunicat] și [promite banii înapoi tuturor|se oferă să plătească tratamentele]; [{day} la telefon răspundea doar robotul|despre întreținere nu a vrut să vorbească].',
      '[Hotelurile vecine|Alte hoteluri de pe faleză] [și-au verificat pompele|spun că i-au sunat clienți îngrijorați] [în câteva ore|până la {hour}].',
    ],
    social: [
      '[Nu intrați în piscină|NU folosiți piscina] la {hotel}! [Ne ard ochii|Tușim de {n} ore|Copiii plâng de usturime] 😡 #Constanta',
      'Salvarea [în fața|lângă intrarea] {hotel} [chiar acum|la {hour}], [oameni în halat pe trotuar|piscina e închisă cu bandă|copii care plâng]. [Ce s-a întâmplat?|Știe cineva?|Se zice că e clor.]',
      '{N} [ore|telefoane] de la treaba cu piscina de la {hotel} și [niciun cuvânt de la director|recepția „nu comentează”|nicio scuză]. [Rușine.|Incredibil.|Noi am fost în apa aia!]',
      '[Aveam|Noi aveam] rezervare la {hotel} în {month}. [Am anulat.|Anulăm?|Nu mai e cazul.] [Clor în piscină|Unsprezece oameni la medic|Copii la spital] [nu era în ofertă|e prea mult|nu, mersi] 🤢',
      '[Citesc|Tocmai am citit] despre {hotel} [și piscină|și cei unsprezece] [😳|😨|🫣] [sper că micuții sunt bine|am fost acolo acum {n} săptămâni|sănătate tuturor]',
      'Deci {hotel} [știa că pompa e defectă|fusese avertizat de miros {day}|i-a lăsat în apă până la {hour}]? [Cineva trebuie să răspundă.|Vreau cei {eur} euro înapoi.|Dați mai departe.]',
    ],
    guest: [
      '[După {min} minute în piscină|Am ieșit din piscină după {min} minute și] [aveam ochii roșii|ne ardea gâtul|am tușit până la {hour}].',
      '[Nu ne-a avertizat nimeni|Niciun anunț, nimic], [piscina era deschisă până la {hour}|personalul era mai pierdut ca noi], iar [{name} de la recepție împărțea șervețele|salvarea am chemat-o noi].',
      '[Apa mirosea puternic a clor|Se simțea clorul până în camera {room}] [încă de {day}|când am ajuns], [am zis la recepție de {n} ori|și ne-au spus că „tocmai s-a curățat”].',
      '[Banii înapoi?|Despăgubiri?] [Deocamdată doar vorbe|Ne-au oferit o cină], [am plecat cu o zi mai devreme|am plecat noaptea spre {city}] și [am pierdut {eur} euro|cu copii nu mai vin].',
    ],
  },
  aftermath: {
    headline: [
      '[O pompă defectă|Pompa de dozare], de vină pentru [incidentul cu clor|incidentul de la piscina] de la {hotel}',
      '{Hotel} [dă banii înapoi|schimbă firma de întreținere], [piscina rămâne închisă|rezultatele au sosit]',
      'După spaima de la piscină: [ce schimbă {hotel}|cât de sigure sunt piscinele de pe litoral?]',
    ],
    lead: [
      '[Au venit rezultatele|Rezultatele sunt clare]: [o supapă uzată|o pompă defectă] a provocat incidentul cu clor de la {hotel}, [au anunțat {day} inspectorii|arată raportul].',
      '{Hotel} a [returnat banii|plătit despăgubiri] [tuturor celor unsprezece|celor care au fost în piscină] și [a înlocuit sistemul de dozare|a angajat altă firmă].',
    ],
    detail: [
      '„[Trebuia să închidem la prima plângere|Am fost prea lenți și prea tăcuți|Îmi pare rău]”, [a spus {name} din partea hotelului|ne-a zis {day} directorul], [adăugând că senzorii opresc acum singuri pompa|și a promis un panou cu valorile lângă apă].',
      '[Amenda e de 18.000 de lei|{Day} s-a dat o amendă de 18.000 de lei]; [hotelul nu o contestă|poate fi contestată în {n} săptămâni].',
      '[Rezervările au scăzut cu {pct} la sută|S-au anulat {pct} de rezervări] [în săptămâna următoare|de la incident], [mai ales familii|dar unii se întorc].',
    ],
    social: [
      '[Ce-i corect e corect|Recunosc]: {hotel} [ne-a dat banii în {n} zile|ne-a sunat personal|a publicat raportul]. [Mai bine mai târziu.|Prima zi a fost oricum groaznică.|Bine.]',
      '{Hotel} [dă vina pe o supapă|zice că a fost pompa|arată acum valorile pe net]. [Îi credeți?|Hm.|OK, dar de ce atâta tăcere în prima zi?]',
      'Tot [aștept|n-am primit] banii de la {hotel} după [povestea|accidentul] cu piscina, [{n} mailuri până acum|cu număr de dosar cu tot|mai e cineva din camera {room}?]',
    ],
    guest: [
      '[Piscina era tot închisă|Fără piscină în sejurul nostru] [din cauza incidentului|după povestea cu clorul], [ne-au scăzut {eur} euro|nu ne-a anunțat nimeni|au fost sinceri cu noi].',
      '[Am venit în ciuda știrilor|După știri era să anulăm], și [{name} ne-a explicat tot|atmosfera era tristă, dar caldă|chiar se străduiesc].',
    ],
  },
  recovery: {
    headline: [
      '„Apă limpede”: {hotel} [redeschide piscina|arată valorile apei în direct]',
      '{Hotel} [cheamă vecinii la înot gratuit|lansează zilele Apă limpede]',
    ],
    lead: [
      'Cu [zile deschise|valori afișate în direct] sub numele Apă limpede, {hotel} [vrea să recâștige încrederea|redeschide piscina care a ținut titlurile].',
      '[Oricine|Orice familie din cartier] poate înota gratuit la {hotel} {day} [de la {hour}|până seara], în campania Apă limpede.',
    ],
    detail: [
      '[Un panou lângă apă|Un ecran la recepție] arată [clorul, pH-ul și temperatura|valorile] [la fiecare {n} minute|toată ziua], iar [un laborator verifică săptămânal|registrul e public].',
      '„[Puteți vedea fiecare pompă|Întrebați orice]”, [spune {name}|le zice {name} vizitatorilor], [lângă peretele de sticlă din fața utilajelor|împărțind prăjituri].',
    ],
    social: [
      '[Am fost|Fuserăm] {day} la ziua deschisă Apă limpede de la {hotel}: [ne-au arătat camera pompelor|apă caldă, curată, fără miros|și prăjituri gratis] [💧|👏|🏊]',
      '#ApaLimpede la {hotel}: [valorile pe ecran mare|înot cu cei mici la {hour}|{name} a vorbit foarte sincer]. [Respect.|Așa se face.|Le mai dau o șansă.]',
    ],
    guest: [
      '[Piscina s-a redeschis|Am înotat din nou], [cu valorile pe panou|se văd clorul și pH-ul], [apă cristal|niciun miros de clor], [bravo lor|am verificat din oră în oră].',
    ],
  },
  offer: {
    headline: ['{Hotel} [lansează Oferta de {season}|dă trei nopți la preț de două]'],
    lead: [
      'Trei nopți la preț de două: cu Oferta de {season}, {hotel} [vrea să umple camerele în timpul săptămânii|deschide sezonul], [de la {price} lei|cu mic dejun inclus].',
    ],
    detail: [
      'Oferta de {season} [ține trei săptămâni|e valabilă de duminică până joi] și [include o plimbare prin port|se rezervă doar la telefon], [spune hotelul|zice {name}].',
    ],
    social: [
      'Oferta de {season} la {hotel}: [trei nopți, plătești două|de la {price} lei cu mic dejun|tocmai am rezervat] [🎉|🙌|🌷]',
      '[Am prins|Am rezervat] Oferta de {season} la {hotel}, [camera {room}|{n} nopți|pe curând în {month}] [🧳|😍|]',
      'Mai e valabilă Oferta de {season} la {hotel} [cu cățel|pentru {n} nopți|și în {month}]? [Întreb pentru o prietenă.|Nu o găsesc.|Mulțumesc!]',
    ],
    guest: [
      'Am [folosit|luat] Oferta de {season}, [{price} lei noaptea|a treia noapte gratis], și [a meritat fiecare leu|ne-au tratat regește|am primit și o sticlă de vin].',
    ],
  },
  jazz: {
    headline: [
      'Jazz [la malul mării|pe terasă]: {hotel} [începe seria de concerte|umple faleza {day} seara]',
    ],
    lead: [
      '[Un contrabas, un pian și marea|Saxofon la apus]: Serile de jazz de la {hotel} [au strâns {pct} de oameni {day}|încep la {hour}], [cu intrare liberă|cu scrumbie la grătar].',
    ],
    detail: [
      '[Tineri muzicieni din {city}|Un trio din {city}] [deschid seria|cântă {n} reprize], [iar vecinii ascultă de la balcon|scaunele se ocupă repede].',
    ],
    social: [
      'Seară de jazz la {hotel} [diseară|{day}], [{name} la contrabas|trio din {city}|luați un pulover] [🎷|🎶|🎹]',
      '[Ce seară|Pielea de găină] la Serile de jazz, terasa {hotel}, [valuri printre note|s-a dansat până la {hour}|un blues lent și vin alb] [🎷|💙|🌙]',
    ],
    guest: [
      'Seara de jazz de pe terasă [a fost magică|ne-a făcut ziua|merită drumul], [cu un trio din {city}|până la {hour}|gratuită pentru clienți].',
    ],
  },
  spike: {
    headline: ['Suprarezervare: {hotel} [lasă {pct} de turiști pe dinafară|ține familii în hol]'],
    lead: [
      '{The} [a vândut mai multe camere decât are|a vândut {n} camere de două ori]; [circa {pct} de turiști|mai multe familii] [au dormit în hol|au fost duși în alte stațiuni] [{day}|până la {hour}].',
    ],
    detail: [
      '„[O eroare de program|Vina portalului]”, [zice recepția|scrie hotelul]; [turiștii vorbesc de {n} ore fără apă|{name} din {city} arată o confirmare plătită în {month}].',
    ],
    social: [
      '[Suprarezervare!|N-au cameră pentru noi!] {hotel} [ne-a dat camera altora|ne trimite în altă stațiune la {hour}|are {n} familii în hol] [😡|🤬|🤦]',
      '{Hotel}, [dezastru cu rezervările|ne-au vândut camera de două ori], [dormim pe canapea|plătit în {month}, stăm afară la {hour}|niciodată].',
    ],
    guest: [
      '[Suprarezervat|Camera noastră, vândută de două ori], [ne-au mutat de {n} ori|am dormit în hol], [iar cei {eur} euro nu s-au mai întors|nimeni nu și-a cerut scuze].',
    ],
  },
  noise: {
    headline: [
      'Plaja Miramar din Spania [are o faleză nouă|numără {pct} de zile cu soare]',
      'Spania: Hotel Miramar de lângă Valencia [se redeschide|caută bucătar]',
    ],
    lead: [
      'Orășelul Miramar din Spania [vrea o pistă de biciclete|își serbează fiesta {day}], [anunță primăria|cu {n} orchestre și paella].',
    ],
    detail: [
      '[Chiriile|Prețurile] de acolo [au urcat cu {pct} la sută|pornesc de la {eur} euro] [în {month}|anul acesta].',
    ],
    social: [
      'Miramar, Spania, ziua {day} [🇪🇸|🥘|☀️] [paella cu {name}|plajă lungă și goală lângă Gandia|la piscină la Hotel Miramar]',
      '[Plimbare|Alergare] pe plaja din Miramar, lângă Valencia, Spania, [{pct} de minute|cu {name}|apoi churros]',
    ],
    guest: [
      '[Plecăm la|Ne-am întors de la] Miramar, în Spania, [{n} nopți lângă plajă|zbor din {city}], [ponturi pentru Valencia|mașina a costat {eur} euro].',
    ],
  },
  scene: {
    headline: ['[Mai multe trenuri de noapte|{N} linii noi de autobuz] spre mare [din {month}|anul acesta]'],
    lead: [
      '[Litoralul|Constanța] [așteaptă cu {pct} la sută mai mulți turiști|numără {n} vase de croazieră pe săptămână] [în {month}|anul acesta].',
    ],
    detail: [
      '[Muzeul|Cazinoul|Acvariul] [e deschis până la {hour}|e gratuit {day}], [spune primăria|cu ghizi în {n} limbi].',
    ],
    social: [
      '[Ceață|Răsărit|Vânt și pescăruși] la Constanța, ora {hour} [🌫️|🌅|🐦] [{n} vapoare așteaptă|cafea cu {name}|luați pulover]',
    ],
    guest: [
      '[Trenul din {city} a făcut|Am făcut] {n} ore până la Constanța, [merge|luați apă], [centrul vechi merită o {day}|copiilor le-a plăcut acvariul].',
    ],
  },
};
