import { lines, type OwnTexts } from './texts.ts';

export const reviews: OwnTexts = {
  language: 'hr',
  kind: 'review',
  negative: lines(`
    Soba je bila prljava i smrdjela na dim.
    Neljubazno osoblje, nikad više.
    Zidovi kao papir, nemoguće je spavati.
    Doručak hladan i jako siromašan.
    Klima nije radila i nitko nije došao.
    Preskupo za ono što nudi.
    Slike nemaju veze sa stvarnošću.
    Plijesan u tušu, odvratno.
    Naplatili su dvaput i ne vraćaju novac.
    Internet je stalno pucao.
    Užasna noć zbog buke.
    Najgori hotel na putu.
    Stjenice u krevetu, odmah smo otišli.
    Ne preporučujem nikome.
    Veliko razočaranje, ni čisto ni mirno.
    Na recepciji su nas ignorirali pola sata.
    Ujutro nije bilo tople vode.
    Dobra lokacija, ali soba grozna.
    Madrac je propao, leđa me bole danima.
    Prevara, zaobiđite.
  `),
  neutral: lines(`
    Hotel ima 120 soba na šest katova.
    Bili smo dvije noći u ožujku zbog kongresa.
    Doručak je od sedam do deset.
    Prijava od 15 sati, odjava do 11 sati.
    Parkiranje košta 12 eura na dan.
    Hotel je petnaest minuta hoda od kolodvora.
    Prosječan boravak, ništa posebno.
    Soba u redu, ni dobra ni loša.
    Naša soba gledala je na dvorište.
    Boravišna pristojba plaća se na recepciji.
    Preko puta je trgovina.
    Neke stvari dobre, neke manje.
    Kupaonica ima tuš, nema kadu.
    Prihvatljivo za jednu noć u prolazu.
    Hotel pripada lancu.
    Ručnici se mijenjaju svaki drugi dan.
    U subotu je bila svadba.
    Večera počinje u pola sedam.
    Kreveti su prilično tvrdi.
    Podijeljeni dojmovi: ljubazni ljudi, stare sobe.
  `),
  positive: lines(`
    Divno i pažljivo osoblje.
    Besprijekorna soba i vrlo udoban krevet.
    Odličan doručak, svjež kruh i voće.
    Izvrsna lokacija, pet minuta od centra.
    Uživali smo i vratit ćemo se.
    Pogled s balkona oduzima dah.
    Noću je mirno, odlično smo spavali.
    Odličan omjer cijene i kvalitete.
    Dobili smo besplatno bolju sobu, lijepo iznenađenje.
    Bazen je prekrasan.
    Najbolji hotel u okolici.
    Topao doček nakon dugog puta.
    Restoran je izvanredan, hrana ukusna.
    Nemamo nikakve zamjerke, sve savršeno.
    Nije bilo nikakvih problema.
    Toplo preporučujem obiteljima.
    Opuštajući spa i fantastična masaža.
    Vrt je navečer kao san.
    Hvala cijelom timu na nezaboravnom boravku.
    Sobe su stare, ali vrlo čiste, a osoblje divno.
  `),
};
