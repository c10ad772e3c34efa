import { lines, type OwnTexts } from './texts.ts';

export const reviews: OwnTexts = {
  language: 'ro',
  kind: 'review',
  negative: lines(`
    Camera era murdară și mirosea a fum.
    Am găsit păr în baie și pete pe cearșafuri.
    Personal nepoliticos, nu mai venim niciodată.
    Pereții sunt subțiri, nu am putut dormi deloc.
    Micul dejun a fost rece și sărac.
    Aerul condiționat nu funcționa și nimeni nu l-a reparat.
    Am așteptat o oră la recepție și nimeni nu și-a cerut scuze.
    Mult prea scump pentru ce oferă.
    Pozele de pe site nu au nicio legătură cu realitatea.
    Cameră mică, întunecoasă, cu vedere spre un zid.
    Salteaua era atât de uzată încât ne-a durut spatele.
    Mucegai în duș și chiuveta înfundată.
    Mi-au luat banii de două ori și refuză să îi returneze.
    Internetul cădea mereu, inutil pentru muncă.
    Gălăgie toată noaptea, un coșmar.
    Recepționera ne-a ignorat și vorbea la telefon.
    Piscina era închisă deși în ofertă scria că este deschisă.
    Am cerut de trei ori prosoape curate și nu am primit.
    Cel mai prost hotel în care am stat.
    Covorul era jegos și mobila ruptă.
    Ne-au dat camera altcuiva și nu ne-au oferit nimic în loc.
    Mâncarea ne-a făcut rău, evitați restaurantul.
    Liftul era stricat și nimeni nu ne-a ajutat cu bagajele.
    Nu este curat, nu este liniște și nu merită banii.
    Taxe ascunse la tot pasul, chiar și la parcare.
    Managerul a fost arogant și ne-a făcut mincinoși.
    Apa caldă se termina în fiecare dimineață.
    Căldura era oprită, am înghețat toată noaptea.
    Plin de ploșnițe, încă mai am înțepături.
    O mare dezamăgire față de anul trecut.
    Nu are nicio legătură cu patru stele.
    Nu recomand nimănui acest loc.
    Este departe de tot, orice ar scrie în descriere.
    Gândaci în bucătărie, am plecat după o noapte.
    Prosoapele erau gri și găurite.
    Nimeni nu a încercat să ne ajute.
    Muzică tare la bar până la trei dimineața.
    Cafeaua a fost de nebăut și pâinea veche.
    Ne-au anulat rezervarea cu o zi înainte.
    Fereastra nu se închidea și perdelele erau rupte.
    Bani aruncați pe fereastră.
    Servire lentă, am așteptat aproape o oră două ciorbe.
    Toaleta curgea și era apă pe jos.
    Clădire frumoasă, dar serviciile ne-au stricat vacanța.
    Locație bună, dar camera groaznică.
    La spa era înghesuială și sauna abia caldă.
    Nu mi-a răspuns nimeni la reclamație.
    În baie mirosea a canalizare.
    Ne-am simțit nedoriți tot timpul.
    Hotel vechi, neîngrijit, ar trebui renovat urgent.
  `),
  neutral: lines(`
    Hotelul are 120 de camere pe șase etaje.
    Am stat două nopți în martie, la o conferință.
    Micul dejun se servește între șapte și zece.
    Check-in de la ora 15, check-out până la ora 11.
    Camera avea două paturi, un birou și un dulap.
    Parcarea costă 50 de lei pe zi.
    Hotelul este la cincisprezece minute de gară pe jos.
    Un sejur obișnuit, nimic deosebit.
    Camera a fost în regulă, nici bună, nici rea.
    Am avut o cameră la etajul trei, spre curte.
    Piscina este pe acoperiș și se deschide în mai.
    Taxa locală se plătește la recepție.
    Hotel de business standard, primești ce te aștepți.
    Peste drum este un supermarket.
    Am rezervat demipensiune printr-o agenție.
    Micul dejun a fost acceptabil, ca peste tot.
    Unele lucruri au fost bune, altele mai puțin.
    Seara restaurantul are meniu fix.
    Se acceptă animale contra cost.
    Baia are duș, nu cadă.
    Autobuzul oprește în fața hotelului la zece minute.
    Camera a fost ca în descriere.
    Acceptabil pentru o noapte în drum spre mare.
    Am ajuns târziu și am plecat devreme, așa că am văzut puțin din hotel.
    Sala de sport este la subsol, lângă saună.
    Minibarul era gol.
    Am călătorit cu soția și cei doi copii.
    Hotelul face parte dintr-un lanț.
    Prețul este la fel ca la alte hoteluri din zonă.
    Cardul se lasă la recepție la plecare.
    Sâmbătă a fost o nuntă în hotel.
    Personalul și-a făcut treaba.
    Rezervarea era pentru o cameră dublă cu vedere la mare.
    Camera este mică, dar este hotel de oraș.
    Prosoapele se schimbă la două zile.
    Cina începe la șase și jumătate.
    Holul era în renovare când am fost noi.
    A fost a doua oară când am stat aici.
    Hotelul se află în centrul vechi, lângă catedrală.
    Ne-au dat o cameră la capătul holului.
    Paturile sunt cam tari.
    Sunt două lifturi și o scară.
    Merge, dar aș compara prețurile înainte.
    Pentru internet ai nevoie de o parolă de la recepție.
    Am comandat o dată mâncare în cameră.
    Impresii amestecate: oameni amabili, camere vechi.
    Terasa este orientată spre vest.
    Am plătit 400 de lei pe noapte.
    Transferul la aeroport se rezervă cu o zi înainte.
    Un loc de dormit, nici mai mult, nici mai puțin.
  `),
  positive: lines(`
    Personal minunat, ne-au ținut minte numele.
    Cameră impecabilă și pat foarte confortabil.
    Micul dejun excelent, cu pâine proaspătă și fructe.
    Locație grozavă, la cinci minute de centrul vechi.
    Ne-a plăcut totul și vom reveni cu drag.
    Priveliștea din balcon ne-a tăiat respirația.
    Liniște noaptea, am dormit foarte bine.
    Raport calitate-preț excelent.
    Ne-au oferit gratuit o cameră mai bună, o surpriză plăcută.
    Zona piscinei este superbă și nu e aglomerată.
    Totul a fost curat, nou și bine gândit.
    Au rezolvat problema cu dușul în câteva minute.
    Cel mai bun hotel în care am stat până acum.
    Oameni prietenoși și săritori de la început până la sfârșit.
    Restaurantul este extraordinar, încercați peștele.
    Spa relaxant și un masaj fantastic.
    Cazarea a fost rapidă și fără probleme.
    Recomand cu căldură familiilor cu copii.
    Copiii au fost primiți foarte bine.
    Internet rapid și birou bun, perfect pentru lucru.
    Baia mare și foarte curată.
    Grădina este un vis seara.
    Un loc mic și fermecător, cu mult suflet.
    Nu avem nimic de reproșat.
    Nu am avut nicio problemă.
    Proprietarul ne-a dat sfaturi foarte utile.
    Cină delicioasă și vinuri foarte bune.
    A depășit așteptările noastre.
    Patul e atât de comod că vreau unul acasă.
    Parcare gratuită și ușor de găsit.
    Merită toți banii.
    Camera mai mare decât ne așteptam și frumos decorată.
    Cameristele fac o treabă extraordinară.
    De nota zece, felicitări.
    O primire caldă după un drum lung.
    Cea mai bună cafea din oraș.
    Camerele sunt vechi, dar foarte curate, iar personalul este de nota zece.
    Am putut pleca mai târziu fără nicio problemă.
    Ne-am simțit ca acasă.
    Perfect pentru un weekend romantic.
    Ne-au păstrat bagajele și ne-au chemat chiar și taxi.
    Sauna și jacuzzi au fost minunate după drumeție.
    Un loc foarte liniștit, exact ce aveam nevoie.
    Mulțumim întregii echipe pentru un sejur de neuitat.
    Nu am dormit niciodată mai bine la un hotel.
    Prosoape moi, duș grozav, totul frumos.
    Din sala de mic dejun se vede minunat marea.
    Zonă sigură, cu restaurante bune în jur.
    Servicii ireproșabile.
    Aș alege din nou acest hotel fără să stau pe gânduri.
  `),
};

export const news: OwnTexts = {
  language: 'ro',
  kind: 'news',
  negative: lines(`
    Lanț hotelier amendat după ce turiștii s-au intoxicat cu mâncare
    Greva personalului lasă sute de turiști pe drumuri
    Stațiune dată în judecată pentru salarii neplătite
    Incendiu la un hotel istoric, doi răniți
    Rezervările se prăbușesc din cauza scandalului
    Inspectorii închid restaurantul pentru nereguli grave de igienă
    Compania pierde milioane și anunță concedieri
    Clienți furioși din cauza taxelor ascunse
    Datele a mii de turiști au fost furate
    Falimentul distruge economiile micilor furnizori
  `),
  neutral: lines(`
    Grupul hotelier deschide o nouă unitate la Cluj în primăvară
    Compania publică rezultatele trimestriale joi
    Consiliul local votează taxa turistică în noiembrie
    Un nou director preia conducerea Grand Hotel
    Târgul are loc între 3 și 6 mai
    Lanțul operează 45 de hoteluri în nouă țări
    Ministerul prezintă un proiect de lege privind închirierile
    Stațiunea trece în proprietatea unui fond de investiții
    Tariful mediu a fost de 420 de lei în august
    Lucrările la piața gării încep luni
  `),
  positive: lines(`
    Un hotel de familie câștigă premiul pentru cel mai bun mic dejun din țară
    Vară record pe litoral, hotelierii sunt încântați
    Firma sărbătorește cel mai bun an din istorie
    Turiștii laudă spa-ul restaurat, o adevărată bijuterie
    Restaurantul primește prima stea
    Profitul crește puternic datorită cererii
    Orașul este mândru de noul muzeu, vizitatorii sunt entuziasmați
    Hotel premiat pentru grija față de mediu
    Voluntarii mulțumesc hotelului pentru ajutorul generos
    Turismul își revine mai repede decât se spera
  `),
};
