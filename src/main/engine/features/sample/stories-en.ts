import type { StoryBank } from './model.ts';

export const storiesEn: StoryBank = {
  local: {
    headline: [
      '{Hotel} [opens its terrace to neighbours|turns twelve rooms into a stage for local cooks|swaps plastic for glass]',
      'Small hotels [on the sea front|in Constanța] [report a good {season}|look for staff]: {hotel} [hires|holds on]',
      '[Twelve rooms, one idea|A house with a view|Family business]: [a visit to|behind the scenes of] {hotel}',
    ],
    lead: [
      '{The} [on the Constanța sea front|a few steps from the beach] [has announced|told this paper about|is working on] [new opening hours for its terrace|a kitchen garden on the roof|a partnership with {n} local farms].',
      '[Occupancy|Bookings] {at} [rose by {pct} per cent|stood at {pct} per cent] in {month}, [the house said on {day}|figures seen by this paper show].',
    ],
    detail: [
      '“[We are small and want to stay small|Guests come for the sea and stay for the {food}|Nobody here is a room number],” [said {name}, who runs the front desk|{name} of the kitchen says].',
      "[The work|The change] [cost {eur} thousand euro|is paid from the house's own money] and [should be done by {month}|takes {n} months].",
      '[Neighbours|Local traders|Taxi drivers] [welcome the step|ask for more parking|hope for a longer season]; [the town hall has {n} weeks to answer|a meeting is set for {day}].',
      '[Rooms|A double room] [cost from {price} lei|went for {price} lei in {month}], [about the level of last year|{pct} lei more than last {season}].',
    ],
    social: ['[Good read|Nice piece] about {hotel} [and its {food}|in the paper today] 📰'],
    guest: [],
  },
  crisis: {
    headline: [
      '[Pool closed|Pool shut down] at {hotel} after [eleven guests fall ill|guests report burning eyes]',
      'Eleven guests treated after [evening swim|chlorine scare] at {hotel}',
      '[Chlorine fault suspected|Inspectors take samples] at {hotel}: [what we know so far|pool stays closed]',
      '{Hotel}: [questions after pool incident|“nobody told us to get out of the water”]',
    ],
    lead: [
      'Eleven guests of {hotel} in Constanța [were treated for red eyes and coughing|needed medical help] after [an evening in the hotel pool|swimming in the heated pool], [the house confirmed|the emergency service said].',
      '[Two children were|Two children, aged six and nine, were] taken to hospital [as a precaution|for checks] and [sent home the same night|released a few hours later].',
    ],
    detail: [
      '[According to|Following|By] first findings, a dosing pump [failed|stuck open] and [let too much chlorine into the water|sent the chlorine level {n} times over the limit].',
      '“[It stung at once|My eyes were on fire|We smelled it before we saw the water],” [says {name}, a guest from {city}|a mother from {city} told us], “and [the staff argued with us|nobody knew where the first-aid kit was|it took {min} minutes until the pool was cleared].”',
      '[Inspectors|Public health inspectors] [took {n} water samples|sealed the pump room] [at {hour}|in the morning]; [results are expected by {day}|the pool stays shut until then].',
      'The hotel [apologised in writing|published a short statement at {hour}] and [promised to refund all guests|offered to pay every medical bill]; [callers on {day} reached only a machine|questions about maintenance went unanswered].',
      '[Competitors nearby|Other hotels on the promenade] [checked their own pumps|reported calls from worried guests] [within hours|by {hour}].',
    ],
    social: [
      '[Stay out of the pool|Do NOT use the pool] at {hotel}! [Eyes burning|Coughing for {n} hours|{who} cannot stop rubbing the eyes] 😡 #Constanta',
      'Ambulance [in front of|outside] {hotel} [right now|at {hour}], [people in bathrobes on the pavement|pool area taped off|kids crying]. [What happened?|Does anyone know more?|Chlorine, they say.]',
      '{N} [hours|calls] after the pool thing at {hotel} and [not one word from the manager|the desk says "no comment"|still no apology]. [Shame.|Unbelievable.|We were in that water!]',
      '[We had|Had] a booking at {hotel} for {month}. [Cancelled.|Should we cancel?|Not any more.] [Pool poisoning|Chlorine gas|Eleven sick guests] is [not on my list|a no|too much] 🤢',
      '[Reading|Just read] about {hotel} [and the pool|and the eleven guests] [😳|😨|🫣] [hope the two kids are fine|we were there {n} weeks ago|get well soon everyone]',
      'So {hotel} [knew the pump was faulty|had warnings about the smell on {day}|let people swim until {hour}]? [Somebody has to answer for this.|I want my {eur} euro back.|Share this.]',
    ],
    guest: [
      '[After {min} minutes in the pool|We left the pool after {min} minutes and] {who} had [red eyes|a burning throat|a cough that lasted until {hour}].',
      '[Nobody warned us|No sign, no warning], [the pool was open until {hour}|the staff looked as lost as we were], and [{name} at the desk only handed out tissues|we called the ambulance ourselves].',
      '[The water smelled sharply of chlorine|You could smell the chlorine in room {room}] [already on {day}|when we arrived], [we told the desk {n} times|and they said it was "freshly cleaned"].',
      '[Refund?|Money back?] [So far only words|They offered a free dinner], [we left a day early|we drove home to {city} at night] and [are out {eur} euro|I would not bring children here].',
    ],
  },
  aftermath: {
    headline: [
      '[Faulty pump|Dosing pump] to blame for [chlorine incident|pool incident] at {hotel}',
      '{Hotel} [pays refunds|changes its pool technician], [pool stays closed|results are in]',
      'After the pool scare: [what {hotel} changes|how safe are hotel pools on the coast?]',
    ],
    lead: [
      '[The results are in|Lab results are there]: a [worn valve|faulty dosing pump] caused the chlorine incident at {hotel}, [inspectors said on {day}|according to the report].',
      '{Hotel} has [refunded|repaid] [all eleven guests|everyone who was in the pool] and [replaced the dosing system|hired a new pool company].',
    ],
    detail: [
      '“[We should have closed at the first complaint|We were too slow and too quiet|I am sorry],” [said {name} for the house|the manager told us on {day}], [adding that sensors now stop the pump by themselves|and promised readings on a board by the water].',
      '[The fine is 18,000 lei|A fine of 18,000 lei was set on {day}]; [the hotel will not contest it|it can be appealed within {n} weeks].',
      '[Bookings fell by {pct} per cent|{Pct} bookings were cancelled] [in the week after|since the incident], [mostly by families|and some guests are coming back].',
    ],
    social: [
      '[Credit where due|Fair enough]: {hotel} [refunded us in {n} days|called {who} in person|published the lab report]. [Better late than never.|Still, the first day was awful.|Good.]',
      '{Hotel} [blames a valve|says it was the pump|now shows chlorine values online]. [Believe it?|Hm.|OK, but why the silence on day one?]',
      'Still [waiting for|no sign of] the refund from {hotel} after the pool [story|accident], [{n} emails so far|case number and all|anyone else from room {room}?]',
    ],
    guest: [
      '[The pool was still closed|No pool during our stay] [because of the incident|after the chlorine story], [we got {eur} euro off|nobody told us before|the staff were honest about it].',
      '[We came in spite of the headlines|After the news we nearly cancelled], and [{name} explained everything|the mood was low but kind|they really try now].',
    ],
  },
  recovery: {
    headline: [
      '“Clear Water”: {hotel} [reopens its pool|shows its pool readings live]',
      '{Hotel} [invites neighbours to a free swim|launches Clear Water open days]',
    ],
    lead: [
      'With [open days|live water readings] under the name Clear Water, {hotel} [wants to win back trust|reopens the pool that made headlines].',
      '[Everyone|Every family in the quarter] may swim free at {hotel} on {day} [from {hour}|until the evening], part of its Clear Water weeks.',
    ],
    detail: [
      '[A board by the water|A screen at the desk] shows [chlorine, pH and temperature|the values] [every {n} minutes|all day], and [a lab checks weekly|the record is public].',
      '“[You may look into every pump|Ask us anything],” [says {name}|{name} tells visitors], [next to a glass wall in front of the machines|handing out {food}].',
    ],
    social: [
      '[Was at|Went to] the Clear Water open day at {hotel} [with {who}|on {day}]: [they showed us the pump room|warm, clean, no smell|free {food} too] [💧|👏|🏊]',
      "#ClearWater at {hotel}: [readings on a big screen|kids' swim at {hour}|a very honest talk by {name}]. [Respect.|That is how you do it.|I will give them another chance.]",
    ],
    guest: [
      '[The pool is open again|Swam again], [readings on a board|you can see chlorine and pH], [crystal clear|not a hint of chlorine], [well done|{who} checked every hour].',
    ],
  },
  offer: {
    headline: ['{Hotel} [starts its {Season} Offer|sells three nights for two this {season}]'],
    lead: [
      'Three nights for the price of two: with its {Season} Offer, {hotel} [wants to fill rooms before the weekend crowds|starts the {season}], [from {price} lei|breakfast included].',
    ],
    detail: [
      'The {Season} Offer [runs for three weeks|is valid Sunday to Thursday] and [includes {food} and a harbour walk|can be booked by phone only], [the house says|says {name}].',
    ],
    social: [
      '{Season} Offer at {hotel}: [three nights, pay two|from {price} lei with breakfast|{who} and I just booked] [🎉|🙌|🌷]',
      '[Booked|Just grabbed] the {Season} Offer at {hotel}, [room {room}|{n} nights|see you in {month}] [🧳|😍|]',
      'Is the {Season} Offer at {hotel} [still on|valid with a dog|bookable for {n} nights]? [Asking for {who}.|Cannot find it.|Thanks!]',
    ],
    guest: [
      'We [used|took] the {Season} Offer, [{price} lei a night|third night free], and [it was worth every leu|were treated like full-price guests|got {food} on top].',
    ],
  },
  jazz: {
    headline: [
      'Jazz [by the sea|on the terrace]: {hotel} [starts its evening series|fills the promenade on {day}s]',
    ],
    lead: [
      '[A double bass, a piano and the sea|Saxophone at sunset]: the Jazz Evenings at {hotel} [draw {pct} listeners on a {day}|start at {hour}], [entry is free|with {food} from the grill].',
    ],
    detail: [
      '[Young players from {city}|A trio from {city}] [open the series|play {n} sets], [and the neighbours listen from their balconies|chairs go fast].',
    ],
    social: [
      'Jazz Evening at {hotel} [tonight|on {day}], [{name} on the bass|trio from {city}|bring a jumper] [🎷|🎶|🎹]',
      '[What a night|Goosebumps] at the Jazz Evenings, {hotel} terrace, [waves between the notes|{who} danced until {hour}|{food} and a slow blues] [🎷|💙|🌙]',
    ],
    guest: [
      'The Jazz Evening on the terrace [was magic|made our {day}|is reason enough to come], [a trio from {city}|until {hour}|and free for guests].',
    ],
  },
  spike: {
    headline: ['Overbooked: {hotel} [sends {pct} guests away|leaves families in the lobby]'],
    lead: [
      '{The} [took more bookings than it has rooms|sold {n} rooms twice]; [about {pct} guests|several families] [spent the night in the lobby|were driven to other towns] [on {day}|until {hour}].',
    ],
    detail: [
      "“[A software error|The portal's fault],” [said the desk|the house wrote]; [guests speak of {n} hours without water|{name} from {city} shows a confirmation paid in {month}].",
    ],
    social: [
      '[Overbooked!|No room for us!] {hotel} [gave our room away|sends us to another town at {hour}|has {n} families in the lobby] [😡|🤬|🤦]',
      '{Hotel} [overbooking disaster|sold our room twice], [{who} sleeping on a sofa|paid in {month}, standing outside at {hour}|never again].',
    ],
    guest: [
      '[Overbooked|Our room was sold twice], [we were moved {n} times|we slept in the lobby], [and the refund of {eur} euro never came|no apology from anyone].',
    ],
  },
  noise: {
    headline: [
      'Miramar beach in Spain [gets a new promenade|counts {pct} sunny days]',
      'Spain: Hotel Miramar near Valencia [opens after works|looks for a chef]',
    ],
    lead: [
      'The town of Miramar in Spain [plans a cycle path|celebrates its fiesta on {day}], [the council said|with {n} bands and paella].',
    ],
    detail: [
      '[Rents|Room prices] there [rose by {pct} per cent|start at {eur} euro] [in {month}|this {season}].',
    ],
    social: [
      'Miramar, Spain, [{n} days|day {n}] [🇪🇸|🥘|☀️] [paella with {who}|long empty beach near Gandia|Hotel Miramar pool all afternoon]',
      '[Beach walk|Morning run] in Miramar near Valencia, Spain, [{pct} minutes|with {who}|then churros]',
    ],
    guest: [
      '[Leaving for|Back from] Miramar in Spain, [{n} nights near the beach|with {who}], [any tips for Valencia|car hire cost {eur} euro].',
    ],
  },
  scene: {
    headline: [
      '[More night trains|{N} new bus lines] to the Black Sea [this {season}|from {month}]',
      'Ask: [how do small hotels handle Wi-Fi for guests|booking software for twelve rooms]?',
    ],
    lead: [
      '[The coast|Constanța] [expects {pct} per cent more visitors|counts {n} cruise ships a week] [in {month}|this {season}].',
      '[I run|A friend runs] a small guest house and [looks for booking software|wonders about captive portals], [{eur} euro a month at most|{n} portals to keep in step].',
    ],
    detail: [
      '[The museum|The old casino|The aquarium] [stays open until {hour}|is free on {day}s], [the town says|with guides in {n} languages].',
    ],
    social: [
      '[Fog|Sunrise|Wind and gulls] over Constanța at {hour} [🌫️|🌅|🐦] [{n} ships waiting|coffee with {who}|bring a jumper]',
    ],
    guest: [
      '[Train from {city} took|We needed] {n} hours to Constanța, [seats are fine|bring water], [the old town is worth a {day}|and {who} liked the aquarium].',
    ],
  },
};
