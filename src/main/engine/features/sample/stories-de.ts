import type { StoryBank } from './model.ts';

export const storiesDe: StoryBank = {
  local: {
    headline: [
      '{Hotel} [öffnet die Terrasse für Nachbarn|kocht mit Bauern aus der Dobrudscha|verzichtet auf Plastik]',
      'Kleine Hotels [an der Promenade|in Constanța] [melden gute Zahlen|suchen Personal]: {hotel} [stellt ein|hält durch]',
      '[Zwölf Zimmer, eine Idee|Ein Haus mit Aussicht|Familienbetrieb]: [zu Gast bei|ein Blick hinter die Kulissen von] {hotel}',
    ],
    lead: [
      '{The} [an der Uferpromenade von Constanța|wenige Schritte vom Strand] [plant|prüft] [neue Öffnungszeiten der Terrasse|einen Gemüsegarten auf dem Dach|die Zusammenarbeit mit {n} Höfen].',
      '[Die Auslastung|Die Zahl der Buchungen] {at} [stieg um {pct} Prozent|lag bei {pct} Prozent] im {month}, [teilte das Haus mit|wie Zahlen zeigen, die uns vorliegen].',
    ],
    detail: [
      '„[Wir sind klein und wollen klein bleiben|Man kommt wegen des Meeres und bleibt wegen der Küche|Bei uns ist niemand eine Zimmernummer]“, [sagt {name} von der Rezeption|so {name} aus der Küche].',
      '[Der Umbau|Die Umstellung] [kostet {eur} Tausend Euro|wird aus eigener Tasche bezahlt] und [soll im {month} fertig sein|dauert {n} Monate].',
      '[Nachbarn|Händler|Taxifahrer] [begrüßen den Schritt|wünschen mehr Parkplätze|hoffen auf eine längere Saison]; [das Rathaus hat {n} Wochen Zeit|am {day} wird beraten].',
      '[Ein Doppelzimmer|Eine Nacht] [gibt es ab {price} Lei|kostete im {month} {price} Lei], [etwa wie im Vorjahr|{pct} Lei mehr als im Vorjahr].',
    ],
    social: ['[Schöner Artikel|Lesenswert] über {hotel} [und seine Leute|heute in der Zeitung] 📰'],
    guest: [],
  },
  crisis: {
    headline: [
      '[Pool gesperrt|Pool geschlossen]: [elf Gäste erkrankt|brennende Augen] im {hotel}',
      'Elf Gäste nach [Abend am Pool|Chlorunfall] im {hotel} behandelt',
      '[Verdacht auf Chlor|Behörde nimmt Proben] im {hotel}: [was wir wissen|Pool bleibt zu]',
      '{Hotel}: [Fragen nach dem Pool-Unfall|„Niemand hat uns aus dem Wasser geholt“]',
    ],
    lead: [
      'Elf Gäste des Hauses {hotel} in Constanța [mussten wegen gereizter Augen und Husten behandelt werden|brauchten ärztliche Hilfe], nachdem sie [am Abend im Pool waren|im beheizten Pool geschwommen waren], [bestätigte das Haus|teilten die Retter mit].',
      '[Zwei Kinder|Zwei Kinder, sechs und neun Jahre alt,] kamen [vorsorglich|zur Kontrolle] ins Krankenhaus und [durften noch in der Nacht heim|wurden nach Stunden entlassen].',
    ],
    detail: [
      '[Nach ersten Erkenntnissen|Ersten Angaben zufolge] [fiel eine Dosierpumpe aus|klemmte eine Dosierpumpe] und [leitete zu viel Chlor ein|trieb den Chlorwert auf das {n}fache].',
      '„[Es brannte sofort|Meine Augen standen in Flammen|Man roch es, bevor man das Wasser sah]“, [sagt {name}, Gast aus {city}|erzählt eine Mutter aus {city}], „und [das Personal stritt mit uns|keiner fand den Verbandskasten|erst nach {min} Minuten wurde geräumt].“',
      '[Prüfer|Prüfer des Gesundheitsamts] [nahmen {n} Wasserproben|versiegelten den Pumpenraum] [um {hour}|am Morgen]; [Ergebnisse kommen bis {day}|so lange bleibt der Pool zu].',
      'Das Hotel [bat schriftlich um Entschuldigung|gab um {hour} eine kurze Erklärung ab] und [will allen ihr Geld zurückgeben|will Arztkosten übernehmen]; [am {day} lief nur der Anrufbeantworter|Fragen zur Wartung blieben offen].',
    ],
    social: [
      '[Nicht in den Pool|Finger weg vom Pool] im {hotel}! [Augen brennen|Husten seit {n} Stunden|Kinder weinen] 😡 #Constanta',
      'Rettungswagen vor {hotel} [gerade eben|um {hour}], [Leute im Bademantel auf der Straße|der Pool ist abgesperrt|weinende Kinder]. [Was ist los?|Weiß jemand mehr?|Chlor, heißt es.]',
      '{N} [Stunden|Anrufe] nach der Sache mit dem Pool im {hotel} und [kein Wort vom Direktor|die Rezeption sagt nichts|keine Entschuldigung]. [Schande.|Unglaublich.|Wir waren in dem Wasser!]',
      '[Wir hatten|Hatten] im {month} eine Buchung im {hotel}. [Storniert.|Stornieren?|Jetzt nicht mehr.] [Chlor im Pool|Elf Kranke|Kinder im Krankenhaus], [nein danke|das ist zu viel|ohne uns] 🤢',
      '[Lese|Gerade gelesen] über {hotel} [und den Pool|und die elf Gäste] [😳|😨|🫣] [hoffentlich geht es den Kindern gut|wir waren vor {n} Wochen dort|gute Besserung]',
    ],
    guest: [
      '[Nach {min} Minuten im Pool|Wir verließen den Pool nach {min} Minuten,] [tränten die Augen|brannte der Hals|kam ein Husten bis {hour}].',
      '[Niemand warnte uns|Kein Schild, nichts], [der Pool war bis {hour} offen|das Personal war ratlos], und [{name} verteilte nur Taschentücher|den Notruf wählten wir selbst].',
      '[Das Wasser roch scharf nach Chlor|Man roch das Chlor bis Zimmer {room}], [schon am {day}|schon bei der Ankunft], [{n} Mal gemeldet|„frisch gereinigt“, hieß es].',
      '[Geld zurück?|Entschädigung?] [Bisher nur Worte|Man bot ein Abendessen an], [wir reisten früher ab|wir fuhren nachts heim nach {city}], [{eur} Euro sind weg|mit Kindern nie wieder].',
    ],
  },
  aftermath: {
    headline: [
      '[Defekte Pumpe|Dosierpumpe] schuld am [Chlorunfall|Pool-Unfall] im {hotel}',
      '{Hotel} [erstattet Geld|wechselt den Techniker], [Pool bleibt zu|Ergebnisse liegen vor]',
      'Nach dem Schreck am Pool: [was {hotel} ändert|wie sicher sind Hotelpools?]',
    ],
    lead: [
      '[Die Ergebnisse sind da|Das Labor ist sicher]: [ein verschlissenes Ventil|eine defekte Dosierpumpe] war Ursache des Chlorunfalls im {hotel}, [so die Prüfer am {day}|laut Bericht].',
      '{Hotel} hat [allen elf Gästen|allen Betroffenen] [das Geld erstattet|Kosten ersetzt] und [die Anlage getauscht|eine neue Firma beauftragt].',
    ],
    detail: [
      '„[Bei der ersten Klage hätten wir schließen müssen|Wir waren zu langsam und zu still|Es tut mir leid]“, [sagte {name} für das Haus|so der Direktor am {day}], [Sensoren stoppen die Pumpe nun selbst|und versprach Messwerte am Becken].',
      '[Die Buchungen fielen um {pct} Prozent|{Pct} Buchungen wurden storniert], [vor allem von Familien|doch manche kehren zurück].',
    ],
    social: [
      '[Ehre, wem Ehre gebührt|Zugegeben]: {hotel} [hat nach {n} Tagen erstattet|rief persönlich an|legte den Bericht offen]. [Besser spät als nie.|Der erste Tag war trotzdem schlimm.|Gut so.]',
      '{Hotel} [schiebt es auf ein Ventil|sagt, es war die Pumpe|zeigt nun Chlorwerte im Netz]. [Glaubt ihr das?|Hm.|Und warum das Schweigen am ersten Tag?]',
    ],
    guest: [
      '[Der Pool war noch zu|Kein Pool in unserer Zeit], [wegen des Unfalls|nach der Chlorgeschichte], [{eur} Euro Nachlass|niemand hatte es gesagt|das Personal war ehrlich].',
      '[Wir kamen trotz der Schlagzeilen|Fast hätten wir storniert], [{name} erklärte alles|die Stimmung war gedrückt, aber herzlich|man gibt sich jetzt Mühe].',
    ],
  },
  recovery: {
    headline: ['„Klares Wasser“: {hotel} [öffnet den Pool wieder|zeigt Messwerte live]'],
    lead: [
      'Mit [offenen Tagen|Live-Messwerten] namens Klares Wasser [will {hotel} Vertrauen zurückgewinnen|öffnet {hotel} den Pool wieder], [ab {hour}|am {day}].',
    ],
    detail: [
      '[Eine Tafel am Becken|Ein Bildschirm] zeigt [Chlor, pH und Temperatur|alle Werte] [alle {n} Minuten|rund um die Uhr], [ein Labor prüft wöchentlich|alles ist öffentlich].',
    ],
    social: [
      '[Am {day} beim|Heute beim] offenen Tag Klares Wasser im {hotel}: [Pumpenraum gesehen|warm, sauber, kein Geruch|Kuchen gab es auch] [💧|👏|🏊]',
      '#KlaresWasser im {hotel}: [Werte auf großem Schirm|Kinderschwimmen um {hour}|{name} sprach sehr offen]. [Respekt.|So macht man das.|Noch eine Chance.]',
    ],
    guest: [
      '[Der Pool ist wieder offen|Wieder geschwommen], [Werte auf einer Tafel|Chlor und pH sichtbar], [glasklar|kein Chlorgeruch], [gut gemacht|jede Stunde geprüft].',
    ],
  },
  offer: {
    headline: ['{Hotel} [startet das {Season}angebot|verkauft drei Nächte zum Preis von zwei]'],
    lead: [
      'Drei Nächte zum Preis von zwei: Mit dem {Season}angebot [will {hotel} die Wochentage füllen|startet {hotel} in die Saison], [ab {price} Lei|mit Frühstück].',
    ],
    detail: [
      'Das {Season}angebot [läuft drei Wochen|gilt Sonntag bis Donnerstag] und [enthält einen Hafenrundgang|ist nur telefonisch buchbar], [so das Haus|sagt {name}].',
    ],
    social: [
      '{Season}angebot im {hotel}: [drei Nächte, zwei zahlen|ab {price} Lei mit Frühstück|eben gebucht] [🎉|🙌|🌷]',
      'Gilt das {Season}angebot im {hotel} [mit Hund|auch im {month}|für {n} Nächte]? [Danke!|Finde es nicht.|Frage für Freunde.]',
    ],
    guest: [
      'Wir nahmen das {Season}angebot, [{price} Lei die Nacht|dritte Nacht gratis], [jeden Leu wert|behandelt wie Vollzahler|Wein gab es dazu].',
    ],
  },
  jazz: {
    headline: ['Jazz [am Meer|auf der Terrasse]: {hotel} [startet die Konzertreihe|füllt die Promenade]'],
    lead: [
      '[Kontrabass, Klavier und Meer|Saxofon zum Sonnenuntergang]: Die Jazzabende im {hotel} [lockten {pct} Zuhörer an|beginnen um {hour}], [Eintritt frei|mit Makrele vom Grill].',
    ],
    detail: [
      '[Junge Musiker aus {city}|Ein Trio aus {city}] [eröffnen die Reihe|spielen {n} Sets], [die Nachbarn hören vom Balkon zu|Stühle sind schnell weg].',
    ],
    social: [
      'Jazzabend im {hotel} [heute|am {day}], [{name} am Bass|Trio aus {city}|Pullover mitnehmen] [🎷|🎶|🎹]',
      '[Was für ein Abend|Gänsehaut] beim Jazzabend, Terrasse {hotel}, [Wellen zwischen den Tönen|getanzt bis {hour}|langsamer Blues und Weißwein] [🎷|💙|🌙]',
    ],
    guest: [
      'Der Jazzabend auf der Terrasse [war zauberhaft|hat den {day} gerettet|lohnt die Reise], [mit einem Trio aus {city}|bis {hour}|gratis für Gäste].',
    ],
  },
  spike: {
    headline: ['Überbucht: {hotel} [schickt {pct} Gäste weg|lässt Familien in der Halle]'],
    lead: [
      '{The} [nahm mehr Buchungen an, als Zimmer da sind|verkaufte {n} Zimmer doppelt]; [rund {pct} Gäste|mehrere Familien] [schliefen in der Halle|mussten in andere Orte].',
    ],
    detail: [
      '„[Ein Softwarefehler|Schuld des Portals]“, [sagt die Rezeption|schreibt das Haus]; [Gäste berichten von {n} Stunden ohne Wasser|{name} aus {city} zeigt eine bezahlte Bestätigung].',
    ],
    social: [
      '[Überbucht!|Kein Zimmer für uns!] {hotel} [gab unser Zimmer weg|schickt uns um {hour} in einen anderen Ort|hat {n} Familien in der Halle] [😡|🤬|🤦]',
    ],
    guest: [
      '[Überbucht|Unser Zimmer doppelt verkauft], [{n} Mal umgezogen|in der Halle geschlafen], [{eur} Euro nie erstattet|keine Entschuldigung].',
    ],
  },
  noise: {
    headline: [
      'Miramar in Spanien [bekommt eine neue Promenade|zählt {pct} Sonnentage]',
      'Spanien: Hotel Miramar bei Valencia [öffnet wieder|sucht Koch]',
    ],
    lead: [
      'Der Ort Miramar in Spanien [plant einen Radweg|feiert am {day} Fiesta], [so das Rathaus|mit {n} Kapellen und Paella].',
    ],
    detail: [
      '[Mieten|Zimmerpreise] dort [stiegen um {pct} Prozent|beginnen bei {eur} Euro] [im {month}|in diesem Jahr].',
    ],
    social: [
      'Miramar, Spanien, [{n} Tage|es ist {day}] [🇪🇸|🥘|☀️] [Paella mit {who}|langer leerer Strand bei Gandia|Hotel Miramar, den ganzen Tag am Pool]',
    ],
    guest: [
      '[Nach|Zurück aus] Miramar in Spanien, [{n} Nächte am Strand|mit {who}], [Tipps für Valencia|der Mietwagen kostete {eur} Euro].',
    ],
  },
  scene: {
    headline: ['[Mehr Nachtzüge|{N} neue Buslinien] ans Schwarze Meer [ab {month}|in diesem Jahr]'],
    lead: [
      '[Die Küste|Constanța] [erwartet {pct} Prozent mehr Gäste|zählt {n} Kreuzfahrtschiffe pro Woche] [im {month}|in diesem Jahr].',
    ],
    detail: [
      '[Das Museum|Das Kasino|Das Aquarium] [ist bis {hour} offen|ist am {day} gratis], [so die Stadt|mit Führungen in {n} Sprachen].',
    ],
    social: [
      '[Nebel|Sonnenaufgang|Wind und Möwen] über Constanța um {hour} [🌫️|🌅|🐦] [{n} Schiffe warten|Kaffee mit {who}|Pullover einpacken]',
    ],
    guest: [
      '[Der Zug aus {city} brauchte|Wir brauchten] {n} Stunden bis Constanța, [geht schon|Wasser mitnehmen], [die Altstadt lohnt einen {day}|das Aquarium gefiel allen].',
    ],
  },
};
