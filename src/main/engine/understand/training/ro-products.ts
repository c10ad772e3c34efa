import { lines, type OwnTexts } from './texts.ts';

/** Things bought in a shop, books, films, courses and apps, as people write of them in a hurry too. */
export const products: OwnTexts = {
  language: 'ro',
  kind: 'review',
  negative: lines(`
    S-a stricat după două săptămâni, nu recomand.
    Nu merită banii, calitate foarte slabă.
    Am primit un produs folosit, cu zgârieturi pe ecran.
    Bateria ține maxim trei ore, o mare dezamăgire.
    Telefonul se încinge și se blochează des. Îl returnez.
    Nu funcționează deloc, a venit defect din fabrică.
    Plastic ieftin, s-a rupt din prima zi.
    Nu corespunde descrierii, mărimea este cu totul alta.
    Camera face poze groaznice, sub orice critică.
    Am dat banii degeaba pe el.
    Sunetul este înfundat și căștile ies mereu din urechi.
    După prima spălare s-a decolorat complet.
    Am cerut garanția și m-au plimbat o lună între service și magazin.
    Coletul a ajuns rupt și lipseau jumătate din piese.
    Aspiratorul face un zgomot infernal și nu trage nimic.
    Cel mai prost laptop pe care l-am avut vreodată.
    Se mișcă foarte greu, durează minute până pornește.
    Nu îl cumpărați, veți regreta.
    Instrucțiunile sunt numai în chineză, nu am înțeles nimic.
    Nu se conectează la internet oricât am încercat.
    Miroase urât a plastic ars, mi-e frică să îl las în priză.
    O țeapă, în poză pare altceva.
    Ecranul pâlpâie, iar cei de la suport nu răspund.
    Nu sunt mulțumit, mă așteptam la mult mai mult de la o firmă cu nume.
    Arată bine, dar nu face ce scrie pe cutie.
    Preț mare pentru o calitate îndoielnică.
    După actualizare aplicația se închide singură. Dezinstalez.
    Prea multe reclame, aplicația a devenit inutilizabilă.
    Mi-am pierdut toate datele din cauza acestei aplicații.
    Nu pot să mă loghez de o săptămână și nu îi pasă nimănui.
    Cartea este plictisitoare, am abandonat-o după cincizeci de pagini.
    Traducere proastă, plină de greșeli.
    Un film slab, fără cap și coadă. Două ore pierdute.
    Actori lemnoși și un final ridicol.
    Cursul este superficial, nu am învățat nimic nou.
    Profesorul citește de pe slide-uri și nu răspunde la întrebări.
    Mâncarea a venit rece și porția a fost mică.
    Chelnerul a fost obraznic și ne-a greșit comanda de două ori.
    Pizza era arsă, am lăsat-o în farfurie.
    Gustul este îngrozitor, nici câinele nu a vrut.
    Ciocolata era expirată, ce rușine.
    Muzeul este scump și nu ai ce vedea.
    Coadă de două ore și la final o vizită de zece minute.
    nu merita, s-a defectat imediat dupa ce a iesit din garantie
    foarte prost, nu va aruncati banii
    am fost pacalit, nu e original
    nu tine la apa desi asa scrie, am aruncat-o
    Livrarea a întârziat trei săptămâni și nimeni nu m-a anunțat.
    Dezamăgit total, îl trimit înapoi.
    Fermoarul s-a stricat la a doua folosire.
    Nu încarcă, nu ține, nu e bun de nimic.
    Tastele se blochează și touchpad-ul sare.
    Husa nu se potrivește cu modelul meu.
    L-am luat pentru copil și după o oră era bucăți.
    Primul a venit defect, l-au schimbat și nici al doilea nu merge.
    Consumă enorm și nu încălzește camera.
    Nimic din ce promite reclama nu este adevărat.
    Dacă aș putea, aș da zero stele.
    Pantofii m-au ros îngrozitor, talpa s-a dezlipit.
    Parfumul nu persistă nici zece minute.
    Cel de la relații cu clienții mi-a închis telefonul în nas.
    Cu regret o spun, dar nu mai cumpăr de aici.
    Ceasul rămâne mereu în urmă și cureaua s-a rupt.
    Un an a mers, apoi a murit subit, iar reparația costă mai mult decât aparatul.
    La început părea în regulă, dar acum este inutilizabil.
    Un produs care nu ar trebui să fie la vânzare.
    Slab, slab, slab.
    Regret achiziția.
    Nu am mai văzut așa nesimțire la un magazin.
    Imaginea e neclară și culorile sunt spălăcite.
  `),
  neutral: lines(`
    Telefonul are 128 de GB memorie și două camere.
    Am comandat luni și a ajuns joi.
    Se alimentează cu două baterii care nu sunt incluse.
    În cutie se află încărcătorul, cablul și manualul.
    L-am cumpărat acum o săptămână, încă îl testez.
    Nici bun, nici rău, își face treaba cât de cât.
    Merge, dar nu e nimic spectaculos.
    Pentru prețul ăsta nu aveam pretenții mai mari.
    Are și plusuri, are și minusuri.
    Calitate medie, preț mediu.
    Este așa și așa, depinde la ce îl folosești.
    Culoarea este puțin mai închisă decât în poză.
    Știe cineva dacă merge și cu modelul vechi?
    Laptopul are ecran de 15 inci și cântărește două kilograme.
    Revin cu un comentariu după câteva luni de folosire.
    Este fabricat în Polonia.
    Ecranul e bun, bateria însă nu.
    Acceptabil pentru începători.
    Cartea are trei sute de pagini și apare la primăvară.
    Filmul durează două ore și are subtitrare.
    Acțiunea se petrece la București în anii treizeci.
    Cursul are opt module și un test la final.
    Lecțiile sunt în engleză, cu subtitrări.
    Aplicația cere acces la cameră și la contacte.
    Versiunea nouă a mutat meniul în partea stângă.
    Restaurantul are terasă și este deschis până la zece.
    Am comandat o ciorbă, o pizza și două sucuri.
    Gust obișnuit, ca oricare alta din supermarket.
    Ciocolata are 70 la sută cacao.
    Muzeul este închis lunea.
    Intrarea costă 30 de lei pentru adulți.
    De la parcare până la castel sunt vreo zece minute.
    O vizită este de ajuns, nu cred că mai revin.
    Mărimea M corespunde la 38.
    Se poate spăla la 30 de grade.
    Am luat două bucăți, una albă și una neagră.
    Garanția este de doi ani.
    L-am luat la reducere, cu 199 de lei.
    e ok, nimic de zis, nimic de laudat
    merge ok deocamdata, vedem cum se comporta in timp
    Sunetul e bun, microfonul cam slab. Trei stele.
    Unele funcții sunt utile, altele nu le-am folosit.
    Am trecut la modelul acesta de la unul mai vechi.
    L-am cumpărat pentru tatăl meu.
    Nu am avut timp să îl încerc.
    Cutia era un pic lovită, dar produsul întreg.
  `),
  positive: lines(`
    Foarte mulțumit, își face treaba perfect.
    Recomand cu încredere, raport calitate-preț excelent.
    Un telefon excelent, bateria ține două zile.
    Se mișcă repede, nu s-a blocat niciodată.
    A ajuns a doua zi, foarte bine împachetat.
    Calitate peste așteptări, mai comand sigur.
    Cea mai bună achiziție din ultimii ani.
    Sunet clar, bas puternic, sunt încântată.
    Îl folosesc zilnic de un an și nu am avut nicio problemă.
    Ușor de montat, arată superb în sufragerie.
    Material moale și plăcut, mărimea perfectă.
    Camera face poze superbe chiar și noaptea.
    Copilul este fericit, se joacă toată ziua cu el.
    Aspiră tot, chiar și părul de pisică. Nota zece.
    Exact ca în descriere, nimic de reproșat.
    Pentru banii ăștia nu găsești ceva mai bun.
    Laptopul e silențios, rapid și foarte ușor.
    L-am luat cadou și a fost o surpriză minunată.
    Merită fiecare leu.
    Un produs de calitate, se simte că e bine făcut.
    Nu mă așteptam să fie atât de bun la prețul acesta.
    Nu regret deloc că l-am cumpărat.
    Încarcă rapid și nu se încălzește.
    Suportul mi-a rezolvat problema în aceeași zi, felicitări.
    Cea mai utilă aplicație din telefonul meu.
    Aplicație simplă, fără reclame, o recomand tuturor.
    După ultima actualizare merge mult mai bine, bravo echipei.
    O carte minunată, am citit-o într-o singură noapte.
    Personaje vii și un stil care te prinde de la prima pagină.
    Un film emoționant, am plâns la final. De văzut.
    Actorii joacă excepțional, nu te plictisești nicio clipă.
    Curs foarte bine explicat, am învățat enorm.
    Profesorul este răbdător și dă exemple clare.
    Mâncare delicioasă și porții generoase.
    Cea mai bună pizza din oraș, blatul este perfect.
    Ospătarii sunt amabili și te servesc repede.
    Cafeaua are o aromă extraordinară.
    Câinele meu o adoră, nu mai vrea altceva.
    Un castel superb, merită drumul.
    Priveliște de vis, trebuie neapărat văzut.
    Ghidul ne-a povestit cu haz, vizita a fost o plăcere.
    super multumita, exact ce imi doream
    foarte bun, il recomand, a ajuns repede
    merita banii, sunt foarte incantat de el
    calitate buna, nu am nimic de comentat
    La început am avut îndoieli, dar m-a convins complet.
    Deși e mic, are o putere incredibilă.
    Este puțin scump, dar merită din plin.
    Arată mai bine în realitate decât în poze.
    Îmi place foarte mult, culorile sunt vii.
    Ideal pentru casă, nu face zgomot și consumă puțin.
    Am comandat și al doilea pentru părinți.
    Fără cusur.
    Super produs, cinci stele.
    Magazin serios, livrare rapidă, voi mai cumpăra.
    Pantofi comozi, îi port toată ziua fără să mă doară picioarele.
    Parfumul persistă toată ziua, miroase divin.
    Ceas elegant, toți prietenii m-au întrebat de el.
    Păstrează căldura ore în șir, excelent pentru drumeții.
    Rezistent, a căzut de câteva ori și nu are nimic.
    Imagine clară și culori naturale, un televizor grozav.
    Tastatura e o plăcere, scriu mult mai repede.
    S-a potrivit perfect, mulțumesc vânzătorului.
    Cel mai bun preț pe care l-am găsit și calitate de top.
    Nu am ce să îi reproșez după șase luni.
  `),
};
