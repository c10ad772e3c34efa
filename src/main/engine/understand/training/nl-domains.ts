import { lines, type OwnTexts } from './texts.ts';

/** Hotels, restaurants, things bought, courses, sights, books, films and apps. */
export const domains: OwnTexts = {
  language: 'nl',
  kind: 'review',
  negative: lines(`
    De batterij is na drie uur al leeg, erg teleurstellend.
    Na twee weken kapot, weggegooid geld.
    De telefoon wordt heet en loopt steeds vast.
    Het scherm had krassen toen ik de doos openmaakte.
    Deze laptop is traag en de ventilator maakt een hels kabaal.
    De toetsen blijven hangen en het touchpad werkt niet goed.
    Ik krijg geen antwoord van de klantenservice.
    Het geluid is dof en de oordopjes vallen er steeds uit.
    De camera maakt vreselijke foto's.
    Niet kopen, je krijgt er spijt van.
    Lijkt in niets op de foto, ik heb hem teruggestuurd.
    Goedkoop plastic dat meteen afbrak.
    Sinds de update crasht de app bij het opstarten.
    Te veel reclame, ik heb hem verwijderd.
    Inloggen lukt al een week niet meer.
    De app vreet mijn batterij leeg en doet verder niets.
    Het eten was koud en de ober was onbeschoft.
    We hebben een uur gewacht en kregen toen de verkeerde gerechten.
    De vis was niet vers, ik werd er ziek van.
    Kleine porties voor belachelijke prijzen.
    De soep smaakte naar water.
    Nooit meer, dit restaurant is zijn geld niet waard.
    De bediening keek ons niet eens aan.
    Het vlees was taai en de friet slap.
    De smaak is afschuwelijk, zelfs mijn hond lust het niet.
    De koekjes waren oud en de verpakking was open.
    Veel te zoet, ik heb de rest weggegooid.
    Deze koffie is bitter en smaakt verbrand.
    De cursus is oppervlakkig, ik heb er niets van geleerd.
    De docent praat te snel en legt niets uit.
    De opdrachten zijn onduidelijk en de beoordeling slaat nergens op.
    Slecht geluid in de video's, ik ben halverwege gestopt.
    Zonde van mijn tijd.
    Het museum was saai en veel te druk.
    Twee uur in de rij gestaan voor een uitzicht dat tegenviel.
    Een toeristenval, overal troep op de grond.
    Het kasteel was dicht terwijl de website zei dat het open was.
    Het boek sleept zich voort, ik heb het niet uitgelezen.
    De vertaling staat vol fouten.
    Een slappe film met houterige acteurs.
    Het einde was zo slecht dat mensen de zaal uitliepen.
    De kamer was klein, donker en rook muf.
    Het bed kraakte en de douche lekte.
    Niemand bij de receptie wilde ons helpen.
    We konden niet slapen door de muziek uit de bar.
    Het zwembad was vies en het water ijskoud.
    Ik kan dit hotel echt niet aanraden.
    De bezorging duurde een maand en de doos was ingedeukt.
    Werkt helemaal niet, rechtstreeks de prullenbak in.
    Mooi ontwerp, maar de kwaliteit is om te huilen.
    Ik had er meer van verwacht, jammer van het geld.
    De handleiding is onbegrijpelijk en er ontbraken onderdelen.
    Ze weigeren mijn geld terug te geven.
    Het werkt niet zoals beloofd.
    Niets deed het: geen licht, geen verwarming, geen internet.
    De ontvangst valt voortdurend weg.
    Slechtste aankoop van het jaar.
    Ondanks drie reparaties doet hij het nog steeds niet.
    De broek scheurde bij de eerste keer dragen.
    Helaas is er van de oude kwaliteit niets over.
    Zo'n onvriendelijk personeel heb ik zelden meegemaakt.
    Het ontbijt was karig en het brood oudbakken.
  `),
  neutral: lines(`
    De telefoon heeft twee camera's en 128 GB geheugen.
    De laptop weegt anderhalve kilo en heeft een scherm van 14 inch.
    In de doos zitten een oplader en een kabel.
    Ik heb hem vorige week gekocht en moet hem nog uitproberen.
    Hij doet wat hij moet doen, meer niet.
    Niet goed, niet slecht, gewoon gemiddeld.
    Redelijk voor de prijs, maar niets bijzonders.
    Het scherm is prima, de batterij minder.
    Weet iemand of deze ook met het oude model werkt?
    De nieuwe versie zet het menu links.
    De app vraagt om toegang tot je locatie.
    Je kunt betalen met pin of contant.
    Het restaurant heeft veertig plaatsen en een terras.
    We namen de soep, de vis en een fles wijn.
    De keuken sluit om tien uur.
    Het eten was oké, de bediening wat langzaam.
    Een doorsnee eetcafé, je weet wat je krijgt.
    De kaart wisselt elke maand.
    De reep bevat 70 procent cacao.
    Er zitten twaalf zakjes in een pak.
    Smaakt zoals elke andere cola.
    Je moet het koel bewaren.
    De cursus bestaat uit acht weken met elk een toets.
    De video's zijn in het Engels met ondertitels.
    Sommige lessen waren nuttig, andere kende ik al.
    De opdrachten worden door andere deelnemers nagekeken.
    Het museum is op maandag gesloten.
    Een kaartje kost vijftien euro voor volwassenen.
    Vanaf het station is het tien minuten lopen naar de kerk.
    Leuk om een keer te zien, maar één keer is genoeg.
    Het park ligt aan de rand van de stad.
    Het boek telt driehonderd bladzijden.
    Het verhaal speelt in Rotterdam vlak na de oorlog.
    De film duurt twee uur en draait sinds donderdag.
    Het is het tweede deel van een reeks.
    We hadden een kamer op de derde verdieping.
    Het hotel ligt tegenover het congrescentrum.
    Ontbijt is niet bij de prijs inbegrepen.
    De kamer was eenvoudig, precies zoals omschreven.
    We bleven één nacht op doorreis.
    Wel een goede ligging, maar een kleine kamer.
    Maat M valt als een 38.
    Verkrijgbaar in zwart en wit.
    De garantie is twee jaar.
    Besteld op maandag, geleverd op donderdag.
    Ik heb hem voor mijn vader gekocht.
    Het ligt eraan waar je hem voor gebruikt.
    Het heeft voordelen en nadelen.
  `),
  positive: lines(`
    Geweldige telefoon, de batterij gaat twee dagen mee.
    De camera maakt prachtige foto's, ook in het donker.
    Een snelle, stille en lichte laptop, ik ben er heel blij mee.
    Het toetsenbord typt heerlijk.
    Het scherm is helder en haarscherp.
    Beste aankoop in jaren.
    Doet precies wat hij moet doen, een aanrader.
    Snel geleverd en netjes ingepakt.
    Prima kwaliteit voor een kleine prijs.
    Ik gebruik hem elke dag en heb nog nooit problemen gehad.
    Het geluid is vol en warm, fantastisch.
    Makkelijk te installeren, werkte meteen.
    Handige app, zonder reclame en heel overzichtelijk.
    Na de laatste update werkt alles nog beter, complimenten.
    Ik zou niet meer zonder deze app kunnen.
    De klantenservice heeft het meteen opgelost, top.
    Heerlijk gegeten en vriendelijk geholpen.
    De beste pizza van de stad.
    Verse vis, perfect klaargemaakt.
    De ober dacht met ons mee, geweldige service.
    Ruime porties en een goede prijs.
    Gezellige sfeer, we komen hier graag terug.
    Het toetje was om je vingers bij af te likken.
    De lekkerste koffie die ik ken.
    Mijn hond is er dol op.
    Heerlijk van smaak en niet te zoet.
    Vers, knapperig en lekker gekruid.
    Een uitstekende cursus, ik heb er veel van geleerd.
    De docent legt alles rustig en duidelijk uit.
    Boeiende lessen en nuttige opdrachten.
    Een perfecte start voor beginners, bedankt.
    Prachtig museum, daar kun je uren doorbrengen.
    Het uitzicht vanaf de toren is adembenemend.
    Een bezoek meer dan waard.
    De gids vertelde zo leuk dat zelfs de kinderen luisterden.
    Schitterend park, ideaal om tot rust te komen.
    Een meeslepend boek, ik heb het in één ruk uitgelezen.
    Prachtig geschreven, met personages die je bijblijven.
    Wat een ontroerende film, gaat dat zien.
    De acteurs spelen geweldig en het verhaal verrast.
    De kamer was ruim, schoon en stil.
    Het personeel was ontzettend behulpzaam.
    Het ontbijt was uitgebreid en erg lekker.
    We hebben zalig geslapen in een zacht bed.
    Uitstekende ligging, alles op loopafstand.
    We werden hartelijk ontvangen.
    Niets op aan te merken.
    Geen enkele klacht, alles was perfect geregeld.
    Ik heb er geen spijt van.
    Klein maar fijn, een echte aanrader.
    Wat duurder, maar elke cent waard.
    Eerst twijfelde ik, maar nu wil ik niets anders meer.
    Overtreft mijn verwachtingen.
    Zit als gegoten en voelt zacht aan.
    Sterk materiaal, gaat vast jaren mee.
    Mijn kinderen vinden het fantastisch.
    Ziet er in het echt nog mooier uit.
    Een topproduct, vijf sterren.
    Fijne winkel, snelle levering.
    Ik raad het iedereen aan.
    Het zwembad was heerlijk en lekker rustig.
    Echt genoten van begin tot eind.
  `),
};
