import { lines, type OwnTexts } from './texts.ts';

export const reviews: OwnTexts = {
  language: 'en',
  kind: 'review',
  negative: lines(`
    The room was dirty and smelled of smoke.
    We found hair in the bathroom and stains on the sheets.
    Never again, the staff were rude from the first minute.
    The walls are paper thin and we could not sleep at all.
    Breakfast was cold, poor and served by people who did not care.
    The air conditioning did not work and nobody came to fix it.
    Check-in took over an hour and no one apologised.
    Overpriced for what you get.
    The photos on the website have nothing to do with reality.
    Our room was tiny, dark and looked onto a wall.
    The mattress was so worn that my back hurt for days.
    There was mould in the shower and the drain was blocked.
    They charged my card twice and refused to give the money back.
    The Wi-Fi kept dropping, useless for work.
    Noisy street, no soundproofing, a terrible night.
    Reception ignored us while chatting on the phone.
    The pool was closed although it was advertised as open.
    I asked three times for clean towels and got none.
    Worst hotel I have stayed in for years.
    The carpet was filthy and the furniture broken.
    They gave our room away and offered us no alternative.
    The food made us ill, avoid the restaurant.
    The lift was out of order and nobody helped with the luggage.
    It was not clean, not quiet and not worth the price.
    Hidden fees everywhere, even for parking.
    The manager was arrogant and called us liars.
    Hot water ran out every morning.
    The heating was off and we froze all night.
    Bed bugs. I still have the bites.
    Very disappointing compared with our last visit.
    Not a four star hotel by any measure.
    I would not recommend this place to anyone.
    The location is far from everything, whatever the description says.
    Cockroaches in the kitchenette, we left after one night.
    The towels were grey and had holes in them.
    Nobody at the desk spoke any English or tried to help.
    The bar played loud music until three in the morning.
    The coffee was undrinkable and the bread stale.
    They cancelled our booking the day before we arrived.
    The window would not close and the curtains were torn.
    A complete waste of money.
    Slow service, we waited fifty minutes for two soups.
    The toilet leaked and flooded the floor.
    Nice building, but the service ruined our stay.
    Good location, but the room was awful.
    The spa was overcrowded and the sauna barely warm.
    My complaint was never answered.
    The bathroom smelled of sewage.
    We felt unwelcome the whole time.
    Shabby, tired and in bad need of renovation.
  `),
  neutral: lines(`
    The hotel has 120 rooms on six floors.
    We stayed two nights in March for a conference.
    Breakfast is served from seven to ten.
    Check-in is from 3 pm and check-out until 11 am.
    The room had two single beds, a desk and a wardrobe.
    Parking costs 12 euros a day.
    The hotel is about fifteen minutes from the station on foot.
    It was an average stay, nothing special.
    The room was okay, neither good nor bad.
    We had a room on the third floor facing the courtyard.
    The pool is on the roof and opens in May.
    You pay the city tax at reception.
    Standard business hotel, you get what you expect.
    There is a supermarket across the street.
    We booked half board through an agency.
    The breakfast was fine, the usual things.
    Some things were good, others less so.
    The restaurant offers a set menu in the evening.
    Pets are accepted for an extra charge.
    The bathroom has a shower and no tub.
    A bus stops in front of the hotel every ten minutes.
    The room was as described.
    Acceptable for one night on the way south.
    We arrived late and left early, so we saw little of the hotel.
    The gym is in the basement next to the sauna.
    The minibar was empty, as it is everywhere now.
    I travelled with my wife and two children.
    The hotel belongs to a chain.
    Price and quality are in line with other places in the area.
    The key card has to be returned at the desk.
    There was a wedding in the hotel on Saturday.
    The staff did their job.
    Our reservation was for a double room with a sea view.
    The room is small but it is a city hotel.
    Towels are changed every other day.
    Dinner starts at six thirty.
    The lobby was being painted during our visit.
    This was our second time here.
    The hotel is in the old town, near the cathedral.
    They gave us a room at the end of the corridor.
    The beds are rather firm.
    There are two lifts and a staircase.
    Decent enough, but I would compare prices first.
    The Wi-Fi needs a password that you get at reception.
    We ordered room service once.
    Mixed feelings: kind staff, old rooms.
    The terrace faces west.
    We paid 90 euros for the night.
    The airport shuttle must be booked a day ahead.
    It is a place to sleep, no more and no less.
  `),
  positive: lines(`
    The staff were wonderful and remembered our names.
    Spotless room, very comfortable bed.
    Breakfast was excellent, with fresh bread and fruit.
    Great location, five minutes from the old town.
    We loved every minute and will be back.
    The view from the balcony took our breath away.
    Quiet at night, we slept like babies.
    Excellent value for money.
    Reception upgraded us for free, what a lovely surprise.
    The pool area is beautiful and never crowded.
    Everything was clean, new and well thought out.
    They fixed the problem with the shower within minutes.
    The best hotel we have stayed in so far.
    Friendly, helpful people from start to finish.
    The restaurant is superb, try the fish.
    The spa was relaxing and the massage fantastic.
    Check-in was quick and smooth.
    Highly recommended for families.
    The children were made very welcome.
    Fast Wi-Fi and a proper desk, perfect for work.
    The bathroom was large and spotless.
    The garden is a dream in the evening.
    A charming little place with a lot of character.
    Nothing to complain about at all.
    We had no problems whatsoever.
    The owner gave us great tips for the day.
    Delicious dinner and a very good wine list.
    It exceeded our expectations in every way.
    The bed was so comfortable that I want one at home.
    Parking was free and easy.
    Worth every cent.
    The room was bigger than expected and beautifully decorated.
    The housekeeping team did an amazing job.
    I could not fault anything.
    A warm welcome after a long drive.
    The coffee is the best in town.
    The rooms are old but very clean, and the staff make up for it.
    Late check-out was no problem at all.
    We felt at home straight away.
    Perfect for a romantic weekend.
    They let us leave our bags and even called a taxi for us.
    The sauna and the hot tub were great after hiking.
    Such a peaceful place, just what we needed.
    Thank you to the whole team for an unforgettable stay.
    I have never slept better in a hotel.
    Great shower, soft towels, lovely soap.
    The breakfast room has a gorgeous view of the sea.
    Well connected, safe area, good restaurants around.
    Impeccable service.
    I would choose this hotel again without hesitation.
  `),
};

export const news: OwnTexts = {
  language: 'en',
  kind: 'news',
  negative: lines(`
    Hotel chain fined after guests fall ill from contaminated food
    Staff strike leaves hundreds of tourists stranded
    Seaside resort faces lawsuit over unpaid wages
    Fire damages historic hotel, two people injured
    Bookings collapse as the scandal around the operator widens
    Inspectors close restaurant over serious hygiene failures
    Company loses millions and announces job cuts
    Customers furious about hidden charges
    Data breach exposes thousands of guests
    The bankruptcy has destroyed the savings of small suppliers
  `),
  neutral: lines(`
    Hotel group to open a new house in Cluj next spring
    The company publishes its quarterly figures on Thursday
    Council to vote on the tourist tax in November
    New manager takes over at the Grand Hotel
    The fair takes place from 3 to 6 May
    The chain operates 45 hotels in nine countries
    Ministry presents a draft law on short-term rentals
    Ownership of the resort passes to an investment fund
    The average room rate was 84 euros in August
    Works on the station square begin on Monday
  `),
  positive: lines(`
    Family hotel wins award for best breakfast in the country
    Record summer delights hoteliers on the coast
    Start-up celebrates its most successful year
    Guests praise the restored spa as a jewel
    The restaurant earns its first star
    Profits rise sharply thanks to strong demand
    Town is proud of its new museum, visitors are enthusiastic
    Hotel honoured for its outstanding work for the environment
    Volunteers thank the hotel for its generous help
    Tourism recovers faster than hoped
  `),
};
