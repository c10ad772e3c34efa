import { lines, type OwnTexts } from './texts.ts';

export const reviews: OwnTexts = {
  language: 'de',
  kind: 'review',
  negative: lines(`
    Das Zimmer war schmutzig und roch nach Rauch.
    Haare im Bad und Flecken auf der Bettwäsche.
    Nie wieder, das Personal war von Anfang an unfreundlich.
    Die Wände sind dünn wie Papier, an Schlaf war nicht zu denken.
    Das Frühstück war kalt, lieblos und viel zu wenig.
    Die Klimaanlage war kaputt und niemand kümmerte sich darum.
    Eine Stunde Warten beim Einchecken, ohne Entschuldigung.
    Völlig überteuert für das, was man bekommt.
    Die Fotos auf der Webseite haben mit der Wirklichkeit nichts zu tun.
    Winziges, dunkles Zimmer mit Blick auf eine Mauer.
    Die Matratze war durchgelegen, ich hatte tagelang Rückenschmerzen.
    Schimmel in der Dusche und der Abfluss verstopft.
    Man hat meine Karte zweimal belastet und weigert sich zu erstatten.
    Das WLAN brach ständig ab, zum Arbeiten unbrauchbar.
    Laute Straße, hellhörige Zimmer, eine furchtbare Nacht.
    An der Rezeption wurden wir einfach ignoriert.
    Der Pool war geschlossen, obwohl damit geworben wird.
    Dreimal um saubere Handtücher gebeten, keine bekommen.
    Das schlechteste Hotel seit Jahren.
    Der Teppich war dreckig und die Möbel kaputt.
    Unser Zimmer wurde anderweitig vergeben, Ersatz gab es keinen.
    Vom Essen wurde uns schlecht, das Restaurant bitte meiden.
    Der Aufzug war defekt und keiner half mit dem Gepäck.
    Nicht sauber, nicht ruhig und den Preis nicht wert.
    Versteckte Gebühren überall, sogar fürs Parken.
    Der Chef war arrogant und nannte uns Lügner.
    Jeden Morgen war das warme Wasser weg.
    Die Heizung ging nicht, wir haben gefroren.
    Bettwanzen, ich habe die Stiche heute noch.
    Sehr enttäuschend im Vergleich zum letzten Besuch.
    Mit vier Sternen hat das nichts zu tun.
    Dieses Haus kann ich niemandem empfehlen.
    Abgelegen, egal was die Beschreibung sagt.
    Kakerlaken in der Küche, wir sind nach einer Nacht abgereist.
    Die Handtücher waren grau und hatten Löcher.
    Keiner wollte uns helfen.
    Laute Musik aus der Bar bis drei Uhr morgens.
    Der Kaffee war ungenießbar und die Brötchen alt.
    Einen Tag vor der Anreise wurde uns storniert.
    Das Fenster schloss nicht und die Vorhänge waren zerrissen.
    Reine Geldverschwendung.
    Langsamer Service, fünfzig Minuten auf zwei Suppen gewartet.
    Die Toilette war undicht und der Boden stand unter Wasser.
    Schönes Gebäude, aber der Service hat uns den Urlaub verdorben.
    Gute Lage, aber das Zimmer war grauenhaft.
    Der Wellnessbereich war überfüllt und die Sauna lauwarm.
    Auf meine Beschwerde kam nie eine Antwort.
    Im Bad stank es nach Kanal.
    Wir fühlten uns die ganze Zeit unerwünscht.
    Abgewohnt, ungepflegt und dringend renovierungsbedürftig.
  `),
  neutral: lines(`
    Das Hotel hat 120 Zimmer auf sechs Etagen.
    Wir waren im März zwei Nächte wegen einer Tagung hier.
    Frühstück gibt es von sieben bis zehn Uhr.
    Anreise ab 15 Uhr, Abreise bis 11 Uhr.
    Das Zimmer hatte zwei Einzelbetten, einen Schreibtisch und einen Schrank.
    Der Parkplatz kostet 12 Euro am Tag.
    Vom Bahnhof sind es zu Fuß etwa fünfzehn Minuten.
    Ein durchschnittlicher Aufenthalt, nichts Besonderes.
    Das Zimmer war in Ordnung, weder gut noch schlecht.
    Wir hatten ein Zimmer im dritten Stock zum Hof.
    Der Pool liegt auf dem Dach und öffnet im Mai.
    Die Kurtaxe zahlt man an der Rezeption.
    Ein übliches Geschäftshotel, man bekommt, was man erwartet.
    Gegenüber ist ein Supermarkt.
    Gebucht hatten wir Halbpension über ein Reisebüro.
    Das Frühstück war okay, das Übliche eben.
    Manches war gut, anderes weniger.
    Abends gibt es ein festes Menü.
    Haustiere sind gegen Aufpreis erlaubt.
    Das Bad hat eine Dusche, keine Wanne.
    Der Bus hält alle zehn Minuten vor dem Haus.
    Das Zimmer entsprach der Beschreibung.
    Für eine Nacht auf der Durchreise annehmbar.
    Wir kamen spät und fuhren früh, vom Hotel haben wir wenig gesehen.
    Der Fitnessraum ist im Keller neben der Sauna.
    Die Minibar war leer, wie inzwischen überall.
    Ich war mit meiner Frau und zwei Kindern dort.
    Das Hotel gehört zu einer Kette.
    Preis und Leistung entsprechen der Gegend.
    Die Zimmerkarte gibt man am Empfang ab.
    Am Samstag war eine Hochzeit im Haus.
    Das Personal hat seine Arbeit gemacht.
    Reserviert war ein Doppelzimmer mit Meerblick.
    Das Zimmer ist klein, aber es ist ein Stadthotel.
    Handtücher werden jeden zweiten Tag gewechselt.
    Abendessen beginnt um halb sieben.
    Die Lobby wurde während unseres Aufenthalts gestrichen.
    Wir waren zum zweiten Mal hier.
    Das Hotel liegt in der Altstadt beim Dom.
    Wir bekamen ein Zimmer am Ende des Flurs.
    Die Betten sind eher hart.
    Es gibt zwei Aufzüge und eine Treppe.
    Geht so, ich würde vorher Preise vergleichen.
    Für das WLAN braucht man ein Passwort von der Rezeption.
    Einmal haben wir den Zimmerservice bestellt.
    Gemischte Gefühle: nette Leute, alte Zimmer.
    Die Terrasse liegt nach Westen.
    Wir haben 90 Euro pro Nacht bezahlt.
    Den Transfer zum Flughafen muss man am Vortag buchen.
    Ein Ort zum Schlafen, nicht mehr und nicht weniger.
  `),
  positive: lines(`
    Das Personal war wunderbar und kannte uns beim Namen.
    Blitzsauberes Zimmer, sehr bequemes Bett.
    Das Frühstück war ausgezeichnet, mit frischem Brot und Obst.
    Tolle Lage, fünf Minuten zur Altstadt.
    Wir haben jede Minute genossen und kommen wieder.
    Der Blick vom Balkon ist atemberaubend.
    Nachts ruhig, wir haben herrlich geschlafen.
    Hervorragendes Preis-Leistungs-Verhältnis.
    Wir bekamen kostenlos ein besseres Zimmer, eine schöne Überraschung.
    Die Poollandschaft ist wunderschön und nie voll.
    Alles sauber, neu und gut durchdacht.
    Das Problem mit der Dusche wurde in Minuten behoben.
    Das beste Hotel, in dem wir je waren.
    Freundliche, hilfsbereite Menschen von Anfang bis Ende.
    Das Restaurant ist großartig, unbedingt den Fisch probieren.
    Der Wellnessbereich war erholsam und die Massage fantastisch.
    Der Check-in ging schnell und reibungslos.
    Für Familien sehr zu empfehlen.
    Die Kinder wurden herzlich empfangen.
    Schnelles WLAN und ein richtiger Schreibtisch, perfekt zum Arbeiten.
    Das Bad war groß und makellos.
    Der Garten ist abends ein Traum.
    Ein charmantes kleines Haus mit viel Charakter.
    Es gibt nichts zu bemängeln.
    Wir hatten überhaupt keine Probleme.
    Der Besitzer gab uns tolle Tipps für Ausflüge.
    Köstliches Abendessen und eine sehr gute Weinkarte.
    Unsere Erwartungen wurden in jeder Hinsicht übertroffen.
    Das Bett war so bequem, dass ich es mitnehmen wollte.
    Parken kostenlos und unkompliziert.
    Jeden Cent wert.
    Das Zimmer war größer als erwartet und liebevoll eingerichtet.
    Die Zimmermädchen leisten Erstaunliches.
    Einfach perfekt, danke für alles.
    Ein warmer Empfang nach langer Fahrt.
    Der beste Kaffee der Stadt.
    Die Zimmer sind alt, aber sehr sauber, und das Personal macht alles wett.
    Spätes Auschecken war gar kein Problem.
    Wir haben uns sofort wie zu Hause gefühlt.
    Ideal für ein romantisches Wochenende.
    Man hat unser Gepäck aufbewahrt und sogar ein Taxi gerufen.
    Sauna und Whirlpool waren nach der Wanderung herrlich.
    So ein ruhiger Ort, genau das haben wir gebraucht.
    Danke an das ganze Team für einen unvergesslichen Aufenthalt.
    Ich habe nie besser in einem Hotel geschlafen.
    Tolle Dusche, weiche Handtücher, schöne Seife.
    Vom Frühstücksraum hat man einen herrlichen Blick aufs Meer.
    Gut angebunden, sichere Gegend, gute Lokale ringsum.
    Tadelloser Service.
    Ich würde dieses Hotel jederzeit wieder wählen.
  `),
};

export const news: OwnTexts = {
  language: 'de',
  kind: 'news',
  negative: lines(`
    Hotelkette muss Strafe zahlen, nachdem Gäste erkrankten
    Streik lässt Hunderte Urlauber stranden
    Ferienanlage wegen unbezahlter Löhne verklagt
    Brand beschädigt historisches Hotel, zwei Verletzte
    Buchungen brechen ein, der Skandal weitet sich aus
    Kontrolleure schließen Restaurant wegen schwerer Hygienemängel
    Unternehmen macht Millionenverlust und streicht Stellen
    Kunden wütend über versteckte Gebühren
    Datenleck legt Daten tausender Gäste offen
    Die Pleite vernichtet die Ersparnisse kleiner Lieferanten
  `),
  neutral: lines(`
    Hotelgruppe eröffnet im Frühjahr ein neues Haus in Klausenburg
    Das Unternehmen legt am Donnerstag Quartalszahlen vor
    Gemeinderat stimmt im November über die Kurtaxe ab
    Neuer Direktor übernimmt das Grand Hotel
    Die Messe findet vom 3. bis 6. Mai statt
    Die Kette betreibt 45 Hotels in neun Ländern
    Ministerium stellt Gesetzentwurf zu Ferienwohnungen vor
    Die Anlage geht an einen Investmentfonds über
    Der durchschnittliche Zimmerpreis lag im August bei 84 Euro
    Die Arbeiten am Bahnhofsplatz beginnen am Montag
  `),
  positive: lines(`
    Familienhotel gewinnt Preis für das beste Frühstück des Landes
    Rekordsommer begeistert Hoteliers an der Küste
    Junges Unternehmen feiert erfolgreichstes Jahr
    Gäste loben das restaurierte Bad als Juwel
    Restaurant erhält seinen ersten Stern
    Gewinn steigt dank starker Nachfrage kräftig
    Die Stadt ist stolz auf ihr neues Museum, Besucher sind begeistert
    Hotel für vorbildlichen Umweltschutz ausgezeichnet
    Freiwillige danken dem Hotel für großzügige Hilfe
    Der Tourismus erholt sich schneller als erhofft
  `),
};
