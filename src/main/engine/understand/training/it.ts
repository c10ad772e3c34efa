import { lines, type OwnTexts } from './texts.ts';

export const reviews: OwnTexts = {
  language: 'it',
  kind: 'review',
  negative: lines(`
    La camera era sporca e puzzava di fumo.
    Personale scortese, mai più.
    Pareti di carta, impossibile dormire.
    Colazione fredda e molto scarsa.
    L'aria condizionata non funzionava e nessuno è venuto.
    Troppo caro per quello che offre.
    Le foto non hanno nulla a che vedere con la realtà.
    Muffa nella doccia, che schifo.
    Addebitato due volte e nessun rimborso.
    Il wifi cadeva di continuo.
    Una notte orribile per il rumore.
    Il peggior albergo del viaggio.
    Cimici nel letto, siamo andati via subito.
    Non lo consiglio a nessuno.
    Molto delusi, né pulito né tranquillo.
    Alla reception ci hanno ignorati per mezz'ora.
    La mattina non c'era acqua calda.
    Buona posizione, ma camera pessima.
    Materasso sfondato, mal di schiena garantito.
    Una truffa, state alla larga.
  `),
  neutral: lines(`
    L'albergo ha 120 camere su sei piani.
    Siamo stati due notti a marzo per un congresso.
    La colazione è servita dalle sette alle dieci.
    Arrivo dalle 15, partenza entro le 11.
    Il parcheggio costa 12 euro al giorno.
    L'hotel è a quindici minuti a piedi dalla stazione.
    Un soggiorno nella media, niente di particolare.
    Camera discreta, né bella né brutta.
    La nostra camera dava sul cortile.
    La tassa di soggiorno si paga alla reception.
    Di fronte c'è un supermercato.
    Alcune cose bene, altre meno.
    Il bagno ha la doccia, non la vasca.
    Accettabile per una notte di passaggio.
    L'hotel fa parte di una catena.
    Gli asciugamani si cambiano ogni due giorni.
    Sabato c'era un matrimonio.
    La cena comincia alle sette e mezza.
    I letti sono piuttosto duri.
    Impressioni contrastanti: gente gentile, camere vecchie.
  `),
  positive: lines(`
    Personale meraviglioso e premuroso.
    Camera impeccabile e letto comodissimo.
    Colazione eccellente, pane fresco e frutta.
    Ottima posizione, a cinque minuti dal centro.
    Ci è piaciuto tutto e torneremo.
    La vista dal balcone è mozzafiato.
    Silenzioso di notte, abbiamo dormito benissimo.
    Ottimo rapporto qualità-prezzo.
    Ci hanno dato gratis una camera migliore, bella sorpresa.
    La piscina è bellissima.
    Il miglior albergo della zona.
    Un'accoglienza calorosa dopo un lungo viaggio.
    Il ristorante è squisito.
    Niente da ridire, tutto perfetto.
    Nessun problema durante il soggiorno.
    Consigliatissimo per le famiglie.
    Spa rilassante e massaggio fantastico.
    Il giardino è un sogno la sera.
    Grazie a tutto lo staff per un soggiorno indimenticabile.
    Le camere sono vecchie ma pulitissime e il personale adorabile.
  `),
};
