import { lines } from '#engine/understand/training/texts.ts';

/**
 * Sentences of our own for one ambiguous name, English and Romanian: the Hotel Continental that somebody owns,
 * and everything else that is called continental.
 */
export const aboutHotel: readonly string[] = lines(`
We stayed two nights at the Continental and our room overlooked the old square.
The receptionist at Continental found us a room although we arrived after midnight.
Continental has the softest beds in town, but the corridor carpets need replacing.
Can anyone tell me whether the Continental takes dogs? We arrive on Friday with a beagle.
Our wedding party booked forty rooms at Continental and the banquet ran without a hitch.
The lift at the Continental was out of order again, six floors on foot with suitcases.
Checked out of Continental this morning, the bill was correct to the cent.
The spa at Continental closes at eight, which the website does not mention.
Lovely staff at Hotel Continental, housekeeping even left a card for my daughter.
The air conditioning in our Continental room rattled the whole night.
Continental upgraded us to a suite with a balcony because it was our anniversary.
Conference rooms at the Continental are fine, the coffee between sessions less so.
I left a charger at the Continental and reception posted it to me the same day.
Parking at Continental costs extra and the garage is too narrow for a van.
The pool bar of the Continental is where everyone ends up by five.
Room service at Continental took fifty minutes for a club sandwich.
The Continental lobby has been renovated, marble and plants everywhere.
Booked the Continental through an agency and they had no reservation under our name.
Walls at Continental are thin, we could follow our neighbours' film.
Great location, the Continental is three minutes on foot from the station.
Guests of the Continental get a free pass for the city museum.
Would stay at the Continental again for the view from the rooftop terrace alone.
The shower in room 412 of the Continental had no hot water until nine.
Check-in at Continental was quick and the porter carried all our bags.
Continental charges a city tax at the desk, have some cash ready.
The concierge of the Continental booked us a table nobody else could get.
Sheets at the Continental smelled fresh, towels were changed every day.
Our flight was delayed and the Continental kept our reservation until morning.
The gym at Continental has two treadmills, one of them broken.
Pillows at the Continental are hard as stone, bring your own.
Am stat două nopți la Continental și camera dădea spre piața veche.
Recepția de la Continental ne-a găsit o cameră deși am ajuns după miezul nopții.
Paturile de la Continental sunt moi, dar covoarele de pe hol sunt uzate.
Știe cineva dacă la Continental primesc câini? Venim vineri cu familia.
Am făcut nunta la Continental, salonul a fost superb și mâncarea caldă.
Liftul de la Continental era iar stricat, am urcat șase etaje cu bagajele.
Cazare la Continental, totul curat, personalul foarte amabil.
Piscina hotelului Continental se închide la opt, nu scrie nicăieri.
La Continental ne-au dat o cameră cu balcon pentru că era aniversarea noastră.
Aerul condiționat din camera de la Continental a făcut zgomot toată noaptea.
Sala de conferințe de la Continental e bună, cafeaua din pauze mai puțin.
Mi-am uitat încărcătorul la Continental și recepția mi l-a trimis prin curier.
Parcarea de la Continental se plătește separat și e foarte îngustă.
Room service-ul de la Continental a venit după cincizeci de minute.
Holul de la Continental a fost renovat, marmură și plante peste tot.
Am rezervat la Continental prin agenție și nu aveau nicio rezervare pe numele nostru.
Pereții de la Continental sunt subțiri, auzeam televizorul vecinilor.
Hotelul Continental e la trei minute de gară, o locație excelentă.
Aș mai sta la Continental doar pentru terasa de pe acoperiș.
În camera 412 de la Continental nu a fost apă caldă până la nouă.
Check-in rapid la Continental, bagajele ni le-a dus portarul.
Lenjeria de la Continental mirosea a curat, prosoapele schimbate zilnic.
La recepția Continental se plătește și taxa hotelieră, luați numerar.
Sala de fitness de la Continental are două benzi, una stricată.
Pernele de la Continental sunt tari ca piatra.
Oaspeții de la Continental intră gratuit la muzeu.
Camerista de la Continental i-a lăsat fetiței mele o felicitare.
Sejurul la Continental a fost prea scurt, ne întoarcem la vară.
Nota de plată de la Continental a fost corectă până la ultimul leu.
Ne-au păstrat camera la Continental până dimineața, deși zborul a întârziat.
`);

export const notAboutHotel: readonly string[] = lines(`
Continental announced a new winter tyre with shorter braking distances on ice.
Shares of Continental fell four per cent after the supplier cut its forecast.
Swapped to Continental tyres in October and the grip on wet roads is superb.
Continental will close its plant and move production of brake systems abroad.
The tyre test puts Continental first on snow and second for wear.
Continental presents a radar sensor for trucks at the motor show.
My bike runs on Continental tyres, not one puncture in three thousand kilometres.
The car maker signed a contract with Continental for display screens.
A continental breakfast is just bread, jam and coffee, if you ask me.
The difference between an English and a continental breakfast is the bacon.
How to make a continental breakfast at home: croissants, butter and orange juice.
The guesthouse serves a continental breakfast from seven to ten.
Alfred Wegener proposed continental drift in 1912 and was laughed at.
Continental drift explains why the same fossils lie in Africa and Brazil.
The continental crust is thicker and older than the oceanic one.
A lecture on plate tectonics and continental drift, Thursday at six.
The summer will be hot, as is usual in a continental climate.
A continental climate means cold winters and little rain.
Storms form where the sea air meets a continental air mass.
The continental championship in wrestling begins on Monday in Zagreb.
She won bronze at the continental championship and qualified for the Olympics.
The club plays in a continental competition for the first time.
Continental Airlines merged with another carrier in 2012.
My first flight was with Continental Airlines, from Newark to Houston.
The Lincoln Continental of 1961 is the most beautiful car ever built.
For sale: Lincoln Continental, one owner, engine rebuilt.
Continental philosophy, from Hegel to Derrida, in one semester.
The continental shelf drops to four thousand metres here.
Fishermen follow the edge of the continental shelf in spring.
In 1775 the Continental Congress met in Philadelphia and raised an army.
Continental a anunțat o anvelopă nouă de iarnă cu frânare mai scurtă pe gheață.
Acțiunile Continental au scăzut cu patru la sută după ce furnizorul a redus prognoza.
Am pus anvelope Continental în octombrie și țin foarte bine pe ploaie.
Continental închide fabrica și mută producția de frâne în altă țară.
Testul de anvelope pune Continental pe primul loc pe zăpadă.
Continental angajează ingineri la Timișoara pentru senzori radar.
Bicicleta mea are cauciucuri Continental, nicio pană în trei mii de kilometri.
Producătorul auto a semnat un contract cu Continental pentru ecrane de bord.
Un mic dejun continental înseamnă doar pâine, gem și cafea.
Diferența dintre micul dejun englezesc și cel continental este slănina.
Cum faci acasă un mic dejun continental: cornuri, unt și suc de portocale.
Pensiunea oferă mic dejun continental de la șapte la zece.
Alfred Wegener a propus deriva continentală, drift continental, în 1912.
Fosilele din Africa și Brazilia dovedesc că a existat un drift continental.
Blocul continental al plăcii este mai gros decât cel oceanic.
Vara va fi fierbinte, ca în orice climat temperat continental.
Un climat continental înseamnă ierni reci și ploi puține.
Aerul continental uscat aduce ger peste Moldova.
Campionatul continental de lupte începe luni la Zagreb.
A luat bronzul la campionatul continental și s-a calificat la Olimpiadă.
Clubul joacă pentru prima dată într-o competiție la nivel continental.
Primul meu zbor a fost cu Continental Airlines, de la Newark la Houston.
Vând Lincoln Continental, un singur proprietar, motor refăcut.
Platoul continental coboară aici la patru mii de metri.
Pescarii urmează marginea platoului continental primăvara.
Filosofia de tip continental, de la Hegel la Derrida, într-un semestru.
În 1775 Congresul Continental s-a întrunit la Philadelphia.
Fabrica Continental din Sibiu caută operatori pentru schimbul de noapte.
Senatorii au discutat despre transportul feroviar la nivel continental.
Recordul continental la suta de metri a fost doborât aseară.
`);
