import { lines, type OwnTexts } from './texts.ts';

export const reviews: OwnTexts = {
  language: 'nl',
  kind: 'review',
  negative: lines(`
    De kamer was vies en rook naar rook.
    Onbeleefd personeel, nooit meer.
    Muren van papier, slapen was onmogelijk.
    Koud en karig ontbijt.
    De airco deed het niet en niemand kwam kijken.
    Veel te duur voor wat je krijgt.
    De foto's lijken niet op de werkelijkheid.
    Schimmel in de douche, walgelijk.
    Twee keer afgeschreven en geen geld terug.
    De wifi viel steeds weg.
    Een vreselijke nacht door het lawaai.
    Het slechtste hotel van onze reis.
    Bedwantsen, we zijn meteen vertrokken.
    Ik raad dit niemand aan.
    Erg teleurgesteld, niet schoon en niet rustig.
    Bij de receptie werden we een half uur genegeerd.
    's Ochtends was er geen warm water.
    Goede ligging, maar een vreselijke kamer.
    Doorgezakt matras, rugpijn verzekerd.
    Oplichting, blijf weg.
  `),
  neutral: lines(`
    Het hotel heeft 120 kamers op zes verdiepingen.
    We waren hier in maart twee nachten voor een congres.
    Ontbijt is van zeven tot tien uur.
    Inchecken vanaf 15 uur, uitchecken tot 11 uur.
    Parkeren kost 12 euro per dag.
    Het hotel ligt op vijftien minuten lopen van het station.
    Een gemiddeld verblijf, niets bijzonders.
    Kamer was oké, niet goed en niet slecht.
    Onze kamer keek uit op de binnenplaats.
    De toeristenbelasting betaal je bij de receptie.
    Aan de overkant is een supermarkt.
    Sommige dingen goed, andere minder.
    De badkamer heeft een douche, geen bad.
    Acceptabel voor één nacht onderweg.
    Het hotel hoort bij een keten.
    Handdoeken worden om de dag verschoond.
    Zaterdag was er een bruiloft.
    Het diner begint om half zeven.
    De bedden zijn vrij hard.
    Gemengde gevoelens: aardige mensen, oude kamers.
  `),
  positive: lines(`
    Geweldig en attent personeel.
    Brandschone kamer en een heerlijk bed.
    Uitstekend ontbijt met vers brood en fruit.
    Prima ligging, vijf minuten van het centrum.
    We hebben genoten en komen terug.
    Het uitzicht vanaf het balkon is adembenemend.
    's Nachts rustig, we hebben heerlijk geslapen.
    Uitstekende prijs-kwaliteitverhouding.
    Gratis een betere kamer gekregen, leuke verrassing.
    Het zwembad is prachtig.
    Het beste hotel van de streek.
    Een warm welkom na een lange rit.
    Het restaurant is verrukkelijk.
    Niets op aan te merken, alles perfect.
    We hadden geen enkel probleem.
    Zeker een aanrader voor gezinnen.
    Ontspannende spa en een fantastische massage.
    De tuin is 's avonds een droom.
    Dank aan het hele team voor een onvergetelijk verblijf.
    De kamers zijn oud maar heel schoon en het personeel is schattig.
  `),
};
