import type { PhraseBank } from './model.ts';

export const phrasesEn: PhraseBank = {
  slots: {
    name: ['Irina', 'Ana', 'Mihai', 'Radu', 'Elena', 'Daria', 'Tudor', 'Ilinca', 'Sorin', 'Corina', 'Matei'],
    who: [
      'my husband',
      'my wife',
      'two friends',
      'our two kids',
      'my mother',
      'my sister',
      'a colleague',
      'our baby',
      'my parents',
      'the dog',
    ],
    city: [
      'Leeds',
      'Dublin',
      'Bristol',
      'Rotterdam',
      'Malmö',
      'Glasgow',
      'Bucharest',
      'Cluj',
      'Sofia',
      'Utrecht',
      'Cardiff',
    ],
    day: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    n: ['two', 'three', 'four', 'five', 'six'],
    food: [
      'scrambled eggs',
      'fig jam',
      'cheese pie',
      'tomato salad',
      'bean spread',
      'honey from the Dobrogea hills',
      'smoked mackerel',
      'sour cherry cake',
      'pancakes',
      'home-made yoghurt',
    ],
    thing: [
      'shower head',
      'balcony door',
      'bedside lamp',
      'air conditioning',
      'safe',
      'hair dryer',
      'kettle',
      'curtain rail',
      'bathroom fan',
      'window handle',
    ],
    floor: ['ground floor', 'first floor', 'second floor', 'top floor'],
  },
  topics: {
    room: {
      good: [
        'Room {room} was [spotless|really clean|as neat as a pin], with [a mattress I would happily take home|linen that smelled of the sea|more space than the photos suggest].',
        '[We slept|I slept|Everybody slept] like [a log|babies|stones] in room {room}, [the bed is huge|the pillows are perfect|the curtains keep every bit of light out].',
        'Our room on the {floor} was [small but lovely|bright and airy|freshly painted], and they [changed the towels daily|left fresh fruit|fixed the {thing} within minutes].',
        '[Loved|Liked|Can only praise] the room: [blue tiles, wooden floor|old furniture done up with taste|simple, warm, nothing pretentious], and a {thing} that [actually works|works first time].',
      ],
      bad: [
        'The {thing} in room {room} [was broken|fell off on day one|did not work] and [nobody came|it took {n} calls before somebody came|we were told "maybe tomorrow"].',
        'Room {room} smelled of [damp|old cigarettes|drains], [and opening the window did not help|even after {n} hours with the window open|which {who} noticed at once].',
        '[Found|We found|I found] [hair in the shower|dust under the bed|a stain on the sheets], and the {thing} [looked older than me|was held by tape|rattled all night].',
        'The room on the {floor} is [tiny|far smaller than in the pictures|dark], [{n} steps from bed to door|no place to open a suitcase|you climb over each other].',
      ],
    },
    breakfast: {
      good: [
        'Breakfast [is a dream|alone is worth the trip|was the best part of our day]: {food}, {food} and [good coffee|bread still warm|tea from a real pot].',
        'I still think about the {food} [at breakfast|in the morning], and {name} [refilled our coffee without asking|wrote down the recipe for {who}|made a second portion for us].',
        '[Small buffet, but everything is fresh|No plastic packs, all home-made|Not huge, but each thing is good]; try the {food}.',
      ],
      bad: [
        'Breakfast was [a disappointment|poor|the same every day]: [cold {food}|dry {food}|no {food} left by nine], and the coffee [tastes of the machine|was lukewarm|ran out].',
        'By {morning} there was [hardly anything left|no bread|only {food} left], and [nobody refilled it|we were told the kitchen is closed|the staff looked away].',
        '[{eur} euro for|They charge {eur} euro for|Paying {eur} euro for] a breakfast of {food} and [one slice of ham|instant coffee|tired cucumbers] is [a joke|too much|hard to explain].',
      ],
    },
    staff: {
      good: [
        '{name} at the front desk [went out of the way for us|found us a doctor at midnight|printed our tickets and wished us luck], [thank you|a real host|people like that make a hotel].',
        'The staff [remembered our names|greeted {who} like family|were kind from the first minute], especially {name}.',
        '[We forgot|I left] [a jacket|a phone charger|a toy rabbit] behind and {name} [posted it to {city}|called the same day|drove after our taxi].',
      ],
      bad: [
        '[The receptionist|The man at the desk|The lady at the desk] [sighed at every question|did not look up from the phone|was plainly rude to {who}] [on {day}|when we asked about the {thing}|late at night].',
        'I asked {n} times for [towels|a bill with the firm on it|a baby cot], [nothing happened|each time "right away"|then gave up].',
        'Nobody [said sorry|apologised|seemed to care] when [the {thing} failed|we waited {n} hours for our room|they lost our booking from {city}].',
      ],
    },
    pool: {
      good: [
        'The pool is [small, warm and clean|heated and quiet|perfect for lazy mornings], [we had it to ourselves until {hour}|{who} refused to leave it|and the loungers are free].',
        '[Swam|We swam|I swam] every [morning|evening] in the pool [with a view of the harbour lights|with nobody around|before the {food}]: [bliss|pure joy|that is a holiday].',
      ],
      bad: [
        'The pool was [cold|cloudy|closed without notice] [on {day}|for {n} days of our stay|until {hour}], and [no one could say why|the sign said "technical reasons"|we had paid for it].',
        '[Only {n} loungers|Not enough loungers|Towels on every lounger] at the pool [from {hour} on|all day|by the time {who} woke up].',
      ],
    },
    noise: {
      good: [
        'It is [wonderfully quiet|calm at night|so peaceful], [we heard only the waves|only seagulls around {night}|even on a {day}].',
        'I was afraid of [noise from the promenade|the street], but on the {floor} [you hear nothing|there is only the sea|the new windows do their work].',
      ],
      bad: [
        "[Music from the bar|The lift|The neighbour's television|A delivery van] kept us awake until {night} [on {day}|and again the next night|{n} nights in a row].",
        '[Walls like paper|The walls are thin|You hear everything]: [I know the life of room {room} now|the shower next door wakes you|{who} could not sleep at all].',
      ],
    },
    wifi: {
      good: [
        '[Uploaded|I uploaded] {pct} photos over the hotel Wi-Fi [before breakfast|in room {room}|on {day} evening], [no trouble at all|not one hiccup].',
        'Wi-Fi [was fast enough for my video calls|held all week|reached even the beach], [a rare thing on this coast|I worked {n} days from the balcony|no silly login page].',
      ],
      bad: [
        'The Wi-Fi [dropped every ten minutes|does not reach the {floor}|asks for a new code each {day}], [I ended up on mobile data|forget working from here|reception restarted it {n} times].',
        '[No Wi-Fi in room {room}|Hardly any signal in room {room}|One bar of Wi-Fi in room {room}], [for {price} lei a night|although the page promises it|"it is the thick walls", they said].',
      ],
    },
    price: {
      good: [
        'For {price} lei [a night|per night with breakfast] you will not find [anything better|this quality|a nicer place] [this close to the sea|on the promenade|in Constanța].',
        '[Fair prices|Honest price, no hidden extras|Very good value]: we paid {price} lei [and would pay it again|for the three of us|with parking].',
      ],
      bad: [
        '{price} lei a night is [too much|steep|far over the top] for [what you get|a room this size|a {thing} that does not work].',
        'They added [a beach fee|{eur} euro for "late arrival"|{eur} euro for the cot|a cleaning charge] [at checkout|without telling us|and shrugged when we asked].',
      ],
    },
    location: {
      good: [
        'You [fall out of bed onto the beach|are on the sand in {n} minutes|walk along the sea to the old town], [what more do you want|no car needed|{who} loved it].',
        '[Best spot|Perfect location|Great position] [between the harbour and the beach|right on the promenade]: [we parked on {day} and never touched the car|museums, fish and sea all within reach].',
      ],
      bad: [
        '[The "sea front" is|Sea front means|They say sea front, it is] [across a busy road|{n} minutes by foot|behind a building site], [mind that with children|which the page forgets to say|not what we booked].',
      ],
    },
    checkin: {
      good: [
        '{name} [stamped our papers|found our booking from {city}|had the key ready] [at {hour}|within {min} seconds], [no forms, no fuss|that is how check-in should be].',
        'Check-in took [two minutes|less time than finding my passport], [keys, a map and a glass of lemonade|and {name} carried our bags|although we came at {hour}].',
      ],
      bad: [
        'We [waited until {hour}|stood {n} quarters of an hour|sat on our suitcases] at check-in because [the room was not ready|the booking "was not in the system"|only one person was there].',
        '[They gave our room away|Our booking was gone|They had us down for another date] when we arrived [from {city}|at {hour}|on {day}], [and it took an hour to sort out|and the tone was cold|so we got one without a window].',
      ],
    },
    parking: {
      good: [
        'We left the car [in the yard|behind the hotel] for {n} days, [free of charge|{eur} euro saved|safe under a lamp], and {name} [knew the plate by heart|swept the sand off it].',
        'Parking [is in the yard and free|was easy, {name} kept a place for us|right behind the house], [rare in this city|which saved us {eur} euro a day|even on {day} evening].',
      ],
      bad: [
        'Parking is [a nightmare|a lottery]: {n} places for twelve rooms, [we drove round until {hour}|then {eur} euro a day across the street|and one of them blocked by bins].',
        '[Somebody scratched our car|Our mirror was broken|We got a fine] in [the hotel yard|front of the hotel] and [they shrugged|no camera, no help|reception "cannot do anything"].',
      ],
    },
    view: {
      good: [
        'The view from [room {room}|our balcony|the {floor}] [is unreal|took our breath away|beats every photo]: [sunrise straight out of the water|ships waiting off the harbour|nothing but blue].',
        '[Woke|We woke|I woke] up at {dawn} just to [watch the sun come up|look at the sea|count the ships], [with coffee on the balcony|wrapped in a blanket|next to {who}].',
      ],
      bad: [
        '"Sea view" in room {room} means [a corner of water behind a wall|the car park and a bit of blue|leaning over the rail], [for {eur} euro extra|and they kept the surcharge|what a pity].',
      ],
    },
  },
  stay: [
    'Stayed {n} nights [with {who}|alone|for work] [in {month}|last week|over a long weekend].',
    'We came [from {city}|by train from {city}|by car from {city}] [with {who}|for {n} days|for a birthday].',
    '[Second|Third|Fourth] time {at}, [this time with {who}|always in room {room}|and we had hopes].',
    'Booked room {room} [on a whim|months ahead|because {who} found it online].',
    '[Short stop|A quick break|One night only] on the way [to {city}|home to {city}|down the coast], {month}.',
    '',
  ],
  titles: {
    good: [
      '[A gem|A small gem|Little jewel] [by the sea|on the coast]',
      '[We will be back|Coming back in {month}|See you again, {name}]',
      '[Lovely|Charming|Warm] [little hotel|place|hosts]',
      '{n} [perfect|happy|quiet] nights',
      'Room {room}, [please keep it|my favourite]',
      '[Great breakfast, great view|Sea, sun and {food}]',
    ],
    bad: [
      '[Not again|Never again|Once and no more]',
      '[Disappointing|Let down|Expected more]',
      '[Overpriced|Too dear for what it is|{price} lei for this?]',
      'Room {room}: [avoid|ask for another]',
      '[Tired|Careless|Unfriendly] [and expensive|place]',
      'A {thing} and other stories',
    ],
    mixed: [
      '[Good location, but|Nice view, but] [tired|noisy|mind the {thing}]',
      '[Fine for a night|OK for {n} nights|So-so]',
      '[Half and half|Ups and downs|Two sides]',
      'Lovely people, [old {thing}|small rooms]',
    ],
  },
  closing: {
    good: [
      '[We are already planning|Already booked|Counting the days to] [the next visit|{month}|our return].',
      '[Warmly recommended|Go there|Do not hesitate], [especially with {who}|but book early|ask for room {room}].',
      '[Thank you|Big thanks|Cheers], {name} and [team|everybody|the kitchen]!',
      '',
    ],
    bad: [
      '[We will not return|Not coming back|Next time somewhere else], [sadly|sorry|and I told {who} the same].',
      '[Look elsewhere|Save your {price} lei|Think twice], [really|unless they change something|there are better places].',
      '[Still waiting for an answer|I wrote to them on {day}, no reply|Would like my {eur} euro back].',
      '',
    ],
    mixed: [
      '[Would stay again|Might come back] [if they fix the {thing}|for less money|outside the season].',
      '[All in all fine|Not bad, not great|Somewhere in the middle], [{n} out of seven from me|and {who} would say the same].',
      '',
    ],
  },
  social: {
    good: [
      '[Morning|Evening|Lunch break] {at} [with {who}|and nothing planned|and a plate of {food}] [☀️|🌊|😍|💙]',
      '[Okay|Right,|Listen:] {the} [has the best {food} on the coast|is my happy place|just saved our weekend] [🙌|🥐|❤️]',
      'If you are in Constanța on {day}, [have the {food}|sit on the terrace|say hi to {name}] {at} [😋|✨|]',
      '[Found|Accidentally found|Thanks to {name}:] the quietest balcony on the Black Sea {at}, room {room} [🌅|🛳️|]',
      '[Back {at}|Two days {at}|Finally {at}] [and {name} remembered my coffee order|and it feels like home|and my shoulders came down by themselves]',
      '[Working from|Remote week from] {the}, [sea in front|gulls as colleagues|{n} calls with waves in the background] [👩‍💻|🐦|]',
    ],
    bad: [
      '{n} [hours|calls|emails] and still no answer {at} about the {thing} [😡|🙄|]',
      '[Dear|Hello] {hotel}, [when will somebody fix the {thing}|why was our card charged twice|is {price} lei for room {room} meant seriously]?',
      '[Never seen|Cannot believe] such a [queue|chaos|mess] at check-in {at}, {day} {hour} [🤦|😤|]',
      '{at}: [no hot water|no power on the {floor}|music under our window] since {hour}. [Great holiday.|Thanks for nothing.|Anyone else?]',
      '[Paid|Just paid] {eur} euro [for parking|"service charge"|for two coffees and {food}] {at}... [🤡|no comment|ok then]',
    ],
    plain: [
      '[Anyone|Somebody] been {at} [lately|in {month}|with {who}]? [Worth it?|How is it?|Thinking of {n} nights.]',
      '[Passed|Walked past] {the} [this morning|on {day}], [they are repainting the balconies|new awnings on the terrace|flags out, full house].',
      '[On the way|On a slow train] to Constanța, {n} nights {at}. [Tips for fish?|What should I see?|See you, {name}]',
    ],
  },
  forum: {
    title: [
      '[Anyone stayed|Who has stayed] {at} with {who}?',
      '{hotel} or {rival} [in {month}|for {n} nights|with {who}]?',
      '[Parking|Quiet rooms|Breakfast|Wi-Fi] {at}: [how is it|experiences]?',
      '{n} days in Constanța, [is {the} a good base|staying {at}]',
    ],
    ask: [
      '[Hi all,|Hello,|Evening everyone,] we are [coming from {city}|a party of {n}|travelling with {who}] in {month} and [hesitate between {hotel} and {rival}|have an offer of {price} lei {at}|think about room {room} {at}].',
      '[Is the {floor} quiet|Does the Wi-Fi hold a video call|Can we check in at {hour}|Is there a lift] {at}?',
      '[I read|{who} heard|A friend says] that {the} [is full on every {day}|changed the kitchen|no longer takes dogs], [is that true|can anyone confirm]?',
    ],
    reply: [
      '[We were there in {month}|Was there with {who}|Go every year], so [here is what I know|a few notes|my two cents].',
      '[Ask for room {room}|Write to {name}|Book direct], [they answer the same day|it is cheaper by {eur} euro|much better than the portals].',
      '[Compared with {rival}|Next to {rival}], {the} is [smaller and kinder|dearer by {eur} euro|closer to the water].',
    ],
  },
  blog: {
    title: [
      '{n} [days|slow days|windy days] {at}',
      'A [weekend|long weekend|quiet week] in Constanța: [where we slept, what we ate|sea, {food} and room {room}]',
      '[Why I keep coming back to|Postcard from|Notes from] {the}',
    ],
    opening: [
      '[There are hotels|There are places] you [book|choose] for the [pool|address], and then there is {the}, [which {who} picked by the photo of a cat|twelve rooms and a lot of sea|which I found on a {day} in the rain].',
      'The train from {city} was {n} [hours|coffees] late, and [that is how our stay {at} began|still somebody waited for us {at}].',
    ],
    closing: [
      '[I paid for the stay myself|Nobody paid for this text|No invitation, no discount]: {price} lei [a night|with breakfast].',
      '[If you go|Should you go], [take a jumper|greet {name} from me|leave the car at home], and [be up before {dawn}|try the {food}].',
    ],
  },
};
