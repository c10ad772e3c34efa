import type { PhraseBank } from './model.ts';

export const phrasesDe: PhraseBank = {
  slots: {
    name: ['Irina', 'Ana', 'Mihai', 'Radu', 'Elena', 'Daria', 'Tudor', 'Ilinca', 'Sorin', 'Corina', 'Matei'],
    who: [
      'meinem Mann',
      'meiner Frau',
      'zwei Freunden',
      'unseren Kindern',
      'meiner Mutter',
      'meiner Schwester',
      'einem Kollegen',
      'den Großeltern',
      'dem Hund',
      'meiner Tochter',
    ],
    city: [
      'Köln',
      'Graz',
      'Nürnberg',
      'Zürich',
      'München',
      'Leipzig',
      'Lübeck',
      'Linz',
      'Göttingen',
      'Hermannstadt',
      'Bremen',
    ],
    day: ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag'],
    n: ['zwei', 'drei', 'vier', 'fünf', 'sechs'],
    food: [
      'Rührei',
      'Feigenmarmelade',
      'Käsestrudel',
      'Tomatensalat',
      'Zacusca',
      'Lindenhonig',
      'geräucherte Makrele',
      'Sauerkirschkuchen',
      'Pfannkuchen',
      'hausgemachter Joghurt',
    ],
    thing: [
      'Dusche',
      'Balkontür',
      'Nachttischlampe',
      'Klimaanlage',
      'Kaffeemaschine',
      'Heizung',
      'Gardinenstange',
      'Lüftung',
      'Minibar',
      'Zimmertür',
    ],
    floor: ['Erdgeschoss', 'ersten Stock', 'zweiten Stock', 'Dachgeschoss'],
  },
  topics: {
    room: {
      good: [
        'Zimmer {room} war [blitzsauber|tadellos|sehr gepflegt], mit [einer Matratze zum Mitnehmen|Bettwäsche, die nach Meer riecht|mehr Platz als auf den Fotos].',
        '[Wir schliefen|Ich schlief|Alle schliefen] [wie ein Stein|herrlich|tief und fest] in Zimmer {room}, [das Bett ist riesig|die Kissen sind perfekt|die Vorhänge halten jedes Licht ab].',
        'Unser Zimmer im {floor} war [klein, aber schön|hell und luftig|frisch gestrichen], [täglich neue Handtücher|Obst zur Begrüßung|die {thing} wurde sofort repariert].',
        '[Großes Lob für|Sehr gemocht:|Gefallen hat uns] Zimmer {room}: [blaue Fliesen, Holzboden|alte Möbel, liebevoll aufgearbeitet|schlicht, warm, ohne Getue].',
      ],
      bad: [
        'Die {thing} in Zimmer {room} [war kaputt|fiel am ersten Tag aus|funktionierte nicht], und [niemand kam|erst nach {n} Anrufen kam jemand|es hieß nur „morgen vielleicht“].',
        'In Zimmer {room} roch es nach [Schimmel|kaltem Rauch|Abfluss], [auch Lüften half nicht|selbst nach {n} Stunden bei offenem Fenster|schon beim Öffnen der Tür].',
        '[Wir fanden|Ich fand|Am zweiten Tag fanden wir] [Haare in der Dusche|Staub unterm Bett|einen Fleck auf dem Laken], und die {thing} [ist älter als ich|hielt nur mit Klebeband|klapperte die ganze Nacht].',
        'Das Zimmer im {floor} ist [winzig|viel kleiner als auf den Bildern|dunkel], [{n} Schritte vom Bett zur Tür|kein Platz für einen offenen Koffer|man steigt übereinander].',
      ],
    },
    breakfast: {
      good: [
        'Das Frühstück [ist ein Traum|allein lohnt die Reise|war das Beste am Tag]: {food}, {food} und [guter Kaffee|noch warmes Brot|Tee aus der Kanne].',
        'An das Frühstück mit {food} denke ich noch heute, und {name} [füllte ungefragt Kaffee nach|schrieb uns das Rezept auf|brachte eine zweite Portion].',
        '[Kleines Buffet, aber alles frisch|Nichts Abgepacktes, alles hausgemacht|Nicht viel, aber jedes Stück gut]; unbedingt probieren: {food}.',
      ],
      bad: [
        'Das Frühstück war [eine Enttäuschung|dürftig|jeden Tag gleich]: [alles kalt|trockenes Brot|ab neun Uhr leere Platten], und der Kaffee [schmeckt nach Maschine|war lauwarm|ging aus].',
        'Um {morning} war [fast nichts mehr da|kein Brot mehr da|nur noch {food} übrig], und [niemand füllte nach|die Küche sei zu, hieß es|das Personal schaute weg].',
        '[{eur} Euro für|Man verlangt {eur} Euro für|Wer {eur} Euro zahlt für] ein Frühstück mit [einer Scheibe Schinken|löslichem Kaffee|müden Gurken]: [ein Witz|zu viel|schwer zu erklären].',
      ],
    },
    staff: {
      good: [
        '{name} an der Rezeption [hat sich für uns zerrissen|fand um Mitternacht einen Arzt|druckte unsere Fahrkarten], [danke dafür|echte Gastgeber|solche Menschen machen ein Hotel aus].',
        'Das Personal [kannte unsere Namen|empfing uns wie Familie|war vom ersten Moment an herzlich], besonders {name}.',
        '[Wir vergaßen|Ich vergaß] [eine Jacke|ein Ladegerät|den Stoffhasen], und {name} [schickte alles nach {city}|rief noch am selben Tag an|lief dem Taxi hinterher].',
      ],
      bad: [
        '[Die Dame an der Rezeption|Der Herr an der Rezeption|Der Nachtportier] [seufzte bei jeder Frage|sah nicht vom Handy auf|war unfreundlich] [am {day}|als wir nach dem Frühstück fragten|spät am Abend].',
        '{n} Mal [um Handtücher|um eine Rechnung|um ein Kinderbett] gebeten, [nichts geschah|jedes Mal „sofort“|dann aufgegeben].',
        'Niemand [entschuldigte sich|bat um Verzeihung|schien sich zu kümmern], als [die {thing} ausfiel|wir {n} Stunden aufs Zimmer warteten|die Buchung weg war].',
      ],
    },
    pool: {
      good: [
        'Der Pool ist [klein, warm und sauber|beheizt und ruhig|ideal für träge Vormittage], [bis {hour} hatten wir ihn für uns|die Kinder wollten nicht mehr raus|und die Liegen kosten nichts].',
        '[Jeden Morgen|Jeden Abend|Täglich] im Pool geschwommen, [mit Blick auf die Hafenlichter|ganz allein|vor dem ersten Kaffee]: [herrlich|das ist Urlaub|genau richtig].',
      ],
      bad: [
        'Der Pool war [kalt|trüb|ohne Hinweis geschlossen] [am {day}|an {n} Tagen|bis {hour}], und [keiner wusste, warum|auf dem Zettel stand „technische Gründe“|bezahlt war er trotzdem].',
        '[Nur {n} Liegen|Zu wenige Liegen|Handtücher auf allen Liegen] am Pool [ab {hour}|den ganzen Tag|bevor wir wach sind].',
      ],
    },
    noise: {
      good: [
        'Es ist [wunderbar ruhig|nachts ganz still|so friedlich], [man hört nur die Wellen|nur Möwen gegen {night}|selbst am {day}].',
        'Ich fürchtete [den Lärm der Promenade|die Straße], aber im {floor} [hört man nichts|ist nur das Meer|tun die neuen Fenster ihren Dienst].',
      ],
      bad: [
        '[Die Musik aus der Bar|Der Aufzug|Der Fernseher nebenan|Ein Lieferwagen] hielt uns bis {night} wach, [am {day}|und die Nacht darauf wieder|{n} Nächte lang].',
        '[Wände wie Papier|Sehr dünne Wände|Man hört alles]: [ich kenne jetzt das Leben von Zimmer {room}|die Dusche nebenan weckt einen|um {night} lag ich noch wach].',
      ],
    },
    wifi: {
      good: [
        '{pct} Fotos über das Hotel-WLAN [verschickt|hochgeladen], [vor dem Frühstück|aus Zimmer {room}|am {day}], [ohne Probleme|kein Ruckeln].',
        'Das WLAN [reichte für Videokonferenzen|hielt die ganze Woche|reicht bis zum Strand], [selten an dieser Küste|ich habe {n} Tage vom Balkon gearbeitet|ohne alberne Anmeldeseite].',
      ],
      bad: [
        'Das WLAN [brach alle zehn Minuten ab|kommt nicht bis zum {floor}|will jeden {day} einen neuen Code], [ich nahm mobile Daten|Arbeiten unmöglich|{n} Mal neu gestartet, ohne Erfolg].',
        '[Kein WLAN in Zimmer {room}|Kaum Empfang in Zimmer {room}|Ein Balken WLAN in Zimmer {room}], [für {price} Lei die Nacht|obwohl es versprochen wird|„die dicken Mauern“, hieß es].',
      ],
    },
    price: {
      good: [
        'Für {price} Lei [die Nacht|mit Frühstück] findet man [nichts Besseres|diese Qualität nicht|kein schöneres Haus] [so nah am Meer|an der Promenade|in Constanța].',
        '[Faire Preise|Ehrlicher Preis, keine Extras|Sehr gutes Preis-Leistungs-Verhältnis]: {price} Lei [und gern wieder|zu dritt|mit Parkplatz].',
      ],
      bad: [
        '{price} Lei pro Nacht sind [zu viel|happig|weit überzogen] für [das Gebotene|ein so kleines Zimmer|eine {thing}, die nicht geht].',
        'Berechnet wurden [eine Strandgebühr|{eur} Euro für „späte Anreise“|{eur} Euro fürs Kinderbett|eine Reinigungspauschale], [erst bei der Abreise|ohne Hinweis|dazu ein Schulterzucken].',
      ],
    },
    location: {
      good: [
        '[Vom Bett direkt an den Strand|In {n} Minuten im Sand|Am Meer entlang bis in die Altstadt], [was will man mehr|ein Auto braucht es nicht|am {day} lief ich alles zu Fuß].',
        '[Bester Platz|Perfekte Lage|Tolle Lage] [zwischen Hafen und Strand|direkt an der Promenade]: [am {day} geparkt und nie mehr gefahren|Museen, Fisch und Meer in Reichweite].',
      ],
      bad: [
        '[„Direkt am Meer“ heißt|Am Meer heißt hier|Meerlage bedeutet] [jenseits einer vielbefahrenen Straße|{n} Straßen weiter|hinter einer Baustelle], [Vorsicht mit Kindern|das steht nirgends|so nicht gebucht].',
      ],
    },
    checkin: {
      good: [
        '{name} [fand unsere Buchung|hatte den Schlüssel bereit] [um {hour}|in {min} Sekunden], [ohne Formulare|so muss Einchecken sein].',
        'Das Einchecken dauerte [zwei Minuten|kürzer als die Suche nach meinem Pass], [Schlüssel, Stadtplan, Limonade|und {name} trug die Koffer|obwohl wir erst um {hour} kamen].',
      ],
      bad: [
        'Beim Einchecken [warteten wir bis {hour}|standen wir {n} Viertelstunden|saßen wir auf den Koffern], weil [das Zimmer nicht fertig war|die Buchung „nicht im System“ war|nur eine Person da war].',
        '[Unser Zimmer war vergeben|Die Buchung war verschwunden|Man hatte ein anderes Datum], als wir [aus {city}|um {hour}|am {day}] ankamen, [und es dauerte eine Stunde|der Ton war kühl|so wurde es eins ohne Fenster].',
      ],
    },
    parking: {
      good: [
        'Das Auto stand {n} Tage [im Hof|hinterm Haus], [kostenlos|{eur} Euro gespart|sicher unter der Laterne], und {name} [kannte das Kennzeichen|passte darauf auf].',
        'Parken [im Hof und gratis|war einfach, {name} hielt einen Platz frei|direkt hinterm Haus], [selten in dieser Stadt|das sparte {eur} Euro am Tag|sogar am {day}].',
      ],
      bad: [
        'Parken ist [ein Albtraum|Glückssache]: {n} Plätze für zwölf Zimmer, [wir kreisten bis {hour}|dann {eur} Euro am Tag gegenüber|und einer davon mit Tonnen verstellt].',
        '[Kratzer im Auto|Spiegel abgefahren|Strafzettel kassiert] [im Hof|vor dem Haus], und [man zuckte die Schultern|keine Kamera, keine Hilfe|die Rezeption „kann da nichts machen“].',
      ],
    },
    view: {
      good: [
        'Der Blick [aus Zimmer {room}|vom Balkon|aus dem {floor}] [ist unwirklich|raubte uns den Atem|schlägt jedes Foto]: [Sonnenaufgang direkt aus dem Wasser|Schiffe vor dem Hafen|nichts als Blau].',
        '[Um {dawn} aufgewacht|Wecker auf {dawn} gestellt|Um {dawn} wach], nur um [die Sonne aufgehen zu sehen|aufs Meer zu schauen|Schiffe zu zählen], [Kaffee auf dem Balkon|in eine Decke gewickelt|ganz still].',
      ],
      bad: [
        '„Meerblick“ in Zimmer {room} heißt [eine Ecke Wasser hinter der Mauer|Parkplatz und etwas Blau|sich übers Geländer beugen], [für {eur} Euro Aufpreis|der Zuschlag blieb trotzdem|schade].',
      ],
    },
  },
  stay: [
    '{n} Nächte [mit {who}|allein|beruflich], [im {month}|letzte Woche|übers lange Wochenende].',
    'Wir kamen [aus {city}|mit dem Zug aus {city}|mit dem Auto aus {city}], [mit {who}|für {n} Tage|zum Geburtstag].',
    'Zum [zweiten|dritten|vierten] Mal {at}, [diesmal mit {who}|immer in Zimmer {room}|mit Erwartungen].',
    'Zimmer {room} [spontan|Monate vorher|auf Empfehlung aus {city}] gebucht.',
    '[Kurzer Halt|Kleine Pause|Nur eine Nacht] auf dem Weg [nach {city}|heim nach {city}|die Küste hinunter], {month}.',
    '',
  ],
  titles: {
    good: [
      '[Ein Juwel|Kleines Juwel|Schmuckstück] [am Meer|an der Küste]',
      '[Wir kommen wieder|Bis {month}|Bis bald, {name}]',
      '[Herzlich|Charmant|Gemütlich] [und sauber|und ruhig]',
      '{n} [perfekte|ruhige|schöne] Nächte',
      'Zimmer {room}, [immer wieder|mein Liebling]',
      '[Tolles Frühstück, toller Blick|Meer, Sonne, Ruhe]',
    ],
    bad: [
      '[Nie wieder|Einmal und nicht mehr|Leider nein]',
      '[Enttäuschend|Mehr erwartet|Schade]',
      '[Überteuert|Zu teuer|{price} Lei dafür?]',
      'Zimmer {room}: [meiden|ein anderes verlangen]',
      '[Müde|Lieblos|Unfreundlich] [und teuer|geworden]',
      'Die {thing} und anderes',
    ],
    mixed: [
      '[Gute Lage, aber|Schöner Blick, aber] [müde|laut|kleine Zimmer]',
      '[Für eine Nacht in Ordnung|OK für {n} Nächte|Geht so]',
      '[Halb und halb|Licht und Schatten|Zwei Seiten]',
      'Nette Leute, [alte Ausstattung|kleine Zimmer]',
    ],
  },
  closing: {
    good: [
      '[Wir planen schon|Schon gebucht:|Wir zählen die Tage bis zur] [Rückkehr|Reise im {month}|zweiten Runde].',
      '[Klare Empfehlung|Hinfahren|Nicht zögern], [auch mit Kindern|aber früh buchen|am besten Zimmer {room}].',
      '[Danke|Tausend Dank|Liebe Grüße], {name} und [Team|alle anderen|die Küche]!',
      '',
    ],
    bad: [
      '[Wir kommen nicht wieder|Für uns war es das|Nächstes Mal woanders], [leider|schade|das hat auch Freunde überrascht].',
      '[Anderswo suchen|Spart euch die {price} Lei|Gut überlegen], [wirklich|solange sich nichts ändert|es gibt Besseres].',
      '[Ich warte noch auf Antwort|Am {day} geschrieben, nichts gehört|Hätte gern meine {eur} Euro zurück].',
      '',
    ],
    mixed: [
      '[Gern wieder|Vielleicht wieder], [wenn die {thing} repariert ist|für weniger Geld|außerhalb der Saison].',
      '[Alles in allem in Ordnung|Nicht schlecht, nicht toll|Mittelmaß], [{n} von sieben Punkten|mehr gibt Zimmer {room} nicht her].',
      '',
    ],
  },
  social: {
    good: [
      '[Morgens|Abends|Mittags] {at} [mit {who}|ganz ohne Plan|und dazu {food}] [☀️|🌊|😍|💙]',
      '[So,|Leute:|Ganz ehrlich:] {the} [hat den besten Kaffee der Küste|ist mein Lieblingsort|hat unser Wochenende gerettet] [🙌|🥐|❤️]',
      'Wer am {day} in Constanța ist: [auf die Terrasse setzen|{food} bestellen|{name} grüßen] {at} [😋|✨|]',
      '[Gefunden:|Zufällig gefunden:|Dank {name}:] der ruhigste Balkon am Schwarzen Meer {at}, Zimmer {room} [🌅|🛳️|]',
      '[Wieder {at}|Zwei Tage {at}|Endlich {at}] [und {name} weiß noch, wie ich meinen Kaffee trinke|und es ist wie daheim|und die Schultern sinken von selbst]',
    ],
    bad: [
      '{n} [Stunden|Anrufe|Mails] und noch immer keine Antwort {at} wegen der {thing} [😡|🙄|]',
      '[Liebes Team,|Hallo] {hotel}, [wann repariert jemand die {thing}|warum wurde unsere Karte zweimal belastet|sind {price} Lei für Zimmer {room} ernst gemeint]?',
      '[So eine Schlange|So ein Chaos|So ein Durcheinander] beim Einchecken {at}, {day} {hour} [🤦|😤|]',
      '{at}: [kein warmes Wasser|kein Strom im {floor}|Musik unterm Fenster] seit {hour}. [Toller Urlaub.|Danke für nichts.|Noch jemand?]',
      '[Gerade|Eben] {eur} Euro [fürs Parken|„Servicegebühr“|für zwei Kaffee] {at} bezahlt... [🤡|kein Kommentar|na gut]',
    ],
    plain: [
      '[War jemand|Wer war] {at} [in letzter Zeit|im {month}|mit Kindern]? [Lohnt es sich?|Wie ist es?|Wir denken an {n} Nächte.]',
      'Heute an {hotel} vorbei: [die Balkone werden gestrichen|neue Markisen auf der Terrasse|Fahnen draußen, alles voll], [am {day}|gegen {hour}].',
      '[Unterwegs|Im Zug] nach Constanța, {n} Nächte {at}. [Wo gibt es guten Fisch?|Was muss man sehen?|Bis gleich, {name}]',
    ],
  },
  forum: {
    title: [
      '[War jemand|Wer war schon] {at} mit {who}?',
      '{hotel} oder {rival} [im {month}|für {n} Nächte|mit Kindern]?',
      '[Parken|Ruhige Zimmer|Frühstück|WLAN] {at}: [wie ist es|Erfahrungen]?',
      '{n} Tage Constanța, [Quartier {at}|lohnt es sich {at}]',
    ],
    ask: [
      '[Hallo zusammen,|Guten Abend,|Servus,] wir kommen [aus {city}|zu fünft|mit {who}] im {month} und [schwanken zwischen {hotel} und {rival}|haben ein Angebot über {price} Lei {at}|denken an Zimmer {room} {at}].',
      '[Ist es im {floor} ruhig|Reicht das WLAN für Videokonferenzen|Kann man um {hour} einchecken|Gibt es einen Aufzug] {at}?',
      '[Ich las|Ich hörte|Ein Freund sagt], {the} [sei jeden {day} ausgebucht|habe einen neuen Koch|nehme keine Hunde mehr], [stimmt das|weiß das jemand]?',
    ],
    reply: [
      '[Wir waren im {month} dort|War mit {who} dort|Bin jedes Jahr dort], daher [was ich weiß|ein paar Notizen|meine Meinung].',
      '[Zimmer {room} verlangen|An {name} schreiben|Direkt buchen], [Antwort kommt am selben Tag|das spart {eur} Euro|viel besser als über Portale].',
      '[Verglichen mit {rival}|Neben {rival}] ist {the} [kleiner und herzlicher|{eur} Euro teurer|näher am Wasser].',
    ],
  },
  blog: {
    title: [
      '{n} [Tage|langsame Tage|windige Tage] {at}',
      '[Wochenende|Langes Wochenende|Eine ruhige Woche] in Constanța: [wo wir schliefen, was wir aßen|das Meer und Zimmer {room}]',
      '[Warum ich immer wiederkomme:|Postkarte:|Notizen:] {n} Nächte {at}',
    ],
    opening: [
      '[Es gibt Hotels|Es gibt Häuser], die man wegen [des Pools|der Adresse] bucht, und dann gibt es {the}, [gewählt wegen eines Katzenfotos|zwölf Zimmer und viel Meer|entdeckt an einem {day} im Regen].',
      'Der Zug aus {city} kam {n} [Stunden|Kaffees] zu spät, [so begann unser Aufenthalt {at}|und doch wartete jemand {at}].',
    ],
    closing: [
      '[Selbst bezahlt|Niemand hat für diesen Text bezahlt|Keine Einladung, kein Rabatt]: {price} Lei [die Nacht|mit Frühstück].',
      '[Wer hinfährt|Wer selbst fährt], [nimmt einen Pullover mit|grüßt {name} von mir|lässt das Auto daheim] und [steht vor {dawn} auf|probiert das Frühstück].',
    ],
  },
};
