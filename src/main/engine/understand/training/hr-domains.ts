import { lines, type OwnTexts } from './texts.ts';

/** Hotels, restaurants, things bought, courses, sights, books, films and apps. */
export const domains: OwnTexts = {
  language: 'hr',
  kind: 'review',
  negative: lines(`
    Baterija traje jedva tri sata, veliko razočaranje.
    Pokvario se nakon dva tjedna, bačen novac.
    Mobitel se pregrijava i stalno se smrzava.
    Ekran je bio izgreban čim sam otvorio kutiju.
    Laptop je spor, a ventilator užasno glasan.
    Tipke zapinju i miš ne radi kako treba.
    Služba za korisnike uopće ne odgovara.
    Zvuk je loš, slušalice ispadaju iz ušiju.
    Kamera snima grozne slike.
    Nemojte kupovati, požalit ćete.
    Ne izgleda kao na slici, vratila sam ga.
    Jeftina plastika, puklo je prvi dan.
    Nakon ažuriranja aplikacija se ruši pri pokretanju.
    Previše reklama, obrisao sam je.
    Već tjedan dana ne mogu se prijaviti.
    Aplikacija je beskorisna i samo troši bateriju.
    Hrana je bila hladna, a konobar bezobrazan.
    Čekali smo sat vremena i dobili krivu narudžbu.
    Riba nije bila svježa, bilo mi je zlo.
    Male porcije po bezobraznim cijenama.
    Juha je bez okusa, kao voda.
    Nikad više u ovaj restoran.
    Nitko nas nije ni pogledao.
    Meso tvrdo, krumpir mastan.
    Okus je odvratan, ni pas to ne želi jesti.
    Keksi su bili stari, a pakiranje otvoreno.
    Preslatko, bacila sam ostatak.
    Kava je gorka i ima okus po paljevini.
    Tečaj je površan, ništa nisam naučio.
    Predavač govori prebrzo i ništa ne objašnjava.
    Zadaci su nejasni, a ocjenjivanje nepravedno.
    Loš zvuk u videima, odustala sam na pola.
    Gubitak vremena.
    Muzej je dosadan i pretrpan.
    Dva sata u redu za pogled koji ne vrijedi ništa.
    Zamka za turiste, smeće na sve strane.
    Dvorac je bio zatvoren iako je pisalo da radi.
    Knjiga je dosadna, nisam je uspio dovršiti.
    Prijevod je pun pogrešaka.
    Slab film s drvenim glumcima.
    Kraj je toliko loš da su ljudi izlazili iz dvorane.
    Soba je bila mala, mračna i smrdjela je na vlagu.
    Krevet škripi, a tuš curi.
    Na recepciji nam nitko nije htio pomoći.
    Nismo mogli spavati od glazbe iz bara.
    Bazen je bio prljav, a voda ledena.
    Ovaj hotel stvarno ne mogu preporučiti.
    Dostava je trajala mjesec dana, a kutija je bila zgnječena.
    Uopće ne radi, ravno u smeće.
    Lijepo izgleda, ali kvaliteta je očajna.
    Očekivao sam puno više za te novce.
    Upute su nerazumljive i nedostaju dijelovi.
    Odbijaju mi vratiti novac.
    Ne radi ono što obećavaju.
    Ništa nije radilo, ni svjetlo, ni grijanje, ni internet.
    Signal stalno puca.
    Najgora kupnja ove godine.
    Nakon tri popravka opet isti kvar.
    Hlače su se poderale prvi put kad sam ih obukla.
    Nažalost, od stare kvalitete nije ostalo ništa.
    Tako neljubazno osoblje nisam dugo vidio.
    Doručak siromašan, kruh jučerašnji.
  `),
  neutral: lines(`
    Mobitel ima dvije kamere i 128 GB memorije.
    Laptop ima ekran od 14 inča i teži kilogram i pol.
    U kutiji su punjač i kabel.
    Kupio sam ga prošli tjedan, tek ga isprobavam.
    Radi što treba, ništa više.
    Ni dobro ni loše, onako, prosječno.
    Za tu cijenu u redu, ali ništa posebno.
    Ekran je dobar, baterija baš i nije.
    Zna li netko radi li i sa starim modelom?
    Nova verzija ima izbornik s lijeve strane.
    Aplikacija traži pristup lokaciji.
    Može se platiti karticom ili gotovinom.
    Restoran ima četrdeset mjesta i terasu.
    Naručili smo juhu, ribu i bocu vina.
    Kuhinja radi do deset navečer.
    Hrana je bila u redu, usluga malo spora.
    Obična gostionica, znate što dobivate.
    Jelovnik se mijenja svaki mjesec.
    Čokolada sadrži 70 posto kakaa.
    U pakiranju je dvanaest vrećica.
    Okus kao i svaka druga kola.
    Čuva se na hladnom mjestu.
    Tečaj traje osam tjedana, a svaki završava testom.
    Predavanja su na engleskom s titlovima.
    Neke lekcije su korisne, a neke sam već znao.
    Zadatke pregledavaju drugi polaznici.
    Muzej ponedjeljkom ne radi.
    Ulaznica za odrasle stoji petnaest eura.
    Od kolodvora do crkve ima deset minuta hoda.
    Može se pogledati jednom, drugi put ne bih.
    Park se nalazi na rubu grada.
    Knjiga ima tristo stranica.
    Radnja se događa u Splitu poslije rata.
    Film traje dva sata i igra od četvrtka.
    To je drugi dio trilogije.
    Imali smo sobu na trećem katu.
    Hotel je preko puta kongresnog centra.
    Doručak nije uključen u cijenu.
    Soba je jednostavna, kao u opisu.
    Ostali smo jednu noć na proputovanju.
    Položaj dobar, ali soba mala.
    Veličina M odgovara broju 38.
    Ima ga u crnoj i bijeloj boji.
    Jamstvo je dvije godine.
    Naručeno u ponedjeljak, stiglo u četvrtak.
    Kupila sam ga za tatu.
    Ovisi za što ga koristite.
    Ima i prednosti i mana.
  `),
  positive: lines(`
    Odličan mobitel, baterija traje dva dana.
    Kamera snima prekrasne slike i po noći.
    Laptop je brz, tih i lagan, jako sam zadovoljan.
    Tipkovnica je izvrsna.
    Ekran je jasan i oštar.
    Najbolja kupnja zadnjih godina.
    Radi točno ono što treba, preporučujem.
    Stiglo brzo i lijepo zapakirano.
    Vrhunska kvaliteta za male novce.
    Koristim ga svaki dan i nikad nisam imao problema.
    Zvuk je pun i topao, fantastično.
    Lako se postavlja, odmah je proradilo.
    Korisna aplikacija, bez reklama i vrlo pregledna.
    Nakon zadnjeg ažuriranja radi još bolje, svaka čast.
    Ne mogu više bez ove aplikacije.
    Podrška je sve riješila isti dan, super.
    Jelo je bilo ukusno, a osoblje ljubazno.
    Najbolja pizza u gradu.
    Svježa riba, savršeno pripremljena.
    Konobar je bio pažljiv, odlična usluga.
    Obilne porcije i dobra cijena.
    Ugodan ambijent, rado ćemo se vratiti.
    Kolač je bio za prste polizati.
    Najukusnija kava koju znam.
    Moj pas to obožava.
    Izvrstan okus, nije preslatko.
    Svježe, hrskavo i fino začinjeno.
    Odličan tečaj, puno sam naučila.
    Predavač sve objašnjava polako i jasno.
    Zanimljiva predavanja i korisni zadaci.
    Savršeno za početnike, hvala.
    Prekrasan muzej, možete ostati satima.
    Pogled s tornja oduzima dah.
    Vrijedi posjetiti.
    Vodič je pričao tako zanimljivo da su i djeca slušala.
    Divan park, idealan za odmor.
    Napeta knjiga, pročitao sam je u jednom dahu.
    Prekrasno napisano, likovi koji se pamte.
    Dirljiv film, obavezno pogledajte.
    Glumci su sjajni, a priča iznenađuje.
    Soba je bila prostrana, čista i tiha.
    Osoblje je bilo izuzetno susretljivo.
    Doručak bogat i jako ukusan.
    Spavali smo kao bebe, krevet je udoban.
    Odlična lokacija, sve je blizu.
    Srdačno su nas dočekali.
    Nemam nijednu zamjerku.
    Bez ijedne primjedbe, sve je bilo savršeno.
    Nisam požalila.
    Malo, ali slatko, topla preporuka.
    Skuplje je, ali vrijedi svaku kunu.
    U početku sam sumnjao, a sad ne bih ništa drugo.
    Nadmašio je moja očekivanja.
    Stoji kao saliveno i mekano je.
    Čvrst materijal, trajat će godinama.
    Djeca su oduševljena.
    Uživo izgleda još ljepše.
    Vrhunski proizvod, pet zvjezdica.
    Pouzdana trgovina, brza dostava.
    Svima preporučujem.
    Bazen je bio divan i nije bilo gužve.
    Uživali smo od početka do kraja.
  `),
};
