import { lines, type OwnTexts } from './texts.ts';

/** Hotel reviews of several sentences, as guests write them: praise and complaint in one text. */
export const longEnglish: OwnTexts = {
  language: 'en',
  kind: 'review',
  negative: lines(`
    We booked this hotel because of the reviews and were badly let down. The room faced a building site, work began at seven and nobody at the desk seemed to care.
    The location is good, I give them that. Everything else was poor: thin walls, a broken shower and a breakfast that ran out by nine.
    Stayed two nights on business. The internet was so slow that I had to work from a cafe, and the room had not been cleaned when I came back in the evening.
    It may have been a grand place once, but now the carpets are stained, the lifts are out of order half the time and the prices are a joke.
    On arrival we were told that our room had been given away and were sent to a sister hotel across town. No apology, no refund.
    The bed was hard as a board, the pillows were lumpy and the air conditioning rattled all night. We checked out a day early.
    Staff were friendly enough, but that does not make up for mould in the bathroom and no hot water on two mornings out of three.
    Do not be fooled by the pictures. The pool is tiny, the garden is a car park and the sea view means leaning out of the window.
    Four stars? Two at most. Dinner was overcooked and cold, and the waiter argued with us about the bill.
    I rarely write reviews, but the way the manager spoke to my mother was unacceptable. We will never return.
    Tired rooms, dirty windows, noisy neighbours and a receptionist who rolled her eyes at every question.
    For 180 euros a night I expect more than a stuffy box with a view of the bins.
    The receptionist could not find our booking, then charged us for a bigger room. We asked for the manager and he never came.
    Breakfast was a disappointment: instant coffee, dry rolls and a queue for the only toaster.
    Although it is close to the beach, the hotel itself is dirty and neglected. Sand in the bed on arrival, hair in the sink.
    They advertise free parking, but there are six spaces for eighty rooms and the rest pay twenty euros a day.
    Great view, terrible night. A disco right below the window kept us awake until four.
    The room smelled of drains and nothing was done about it, although we complained twice.
    Much too expensive for what it is. I have had better rooms at half the price.
    The website promises a spa. What we found was a lukewarm tub and a broken sauna.
  `),
  neutral: lines(`
    We stayed here for one night before our flight. The room had everything you need, the airport is ten minutes away by shuttle and breakfast starts at five.
    A mixed experience. The staff were kind and the bed was fine, but the room was dated and the street noisy.
    The hotel is split in two buildings; ours was the older one. Rooms there are simple and on the small side, those in the new wing cost thirty euros more.
    Location five stars, room three, breakfast two. On balance an average place.
    It is what it says: a budget hotel near the station. Do not expect luxury and you will not be disappointed.
    Pros: location, price. Cons: noise, small bathroom.
    We had a double room on the second floor. There is a kettle, a safe and a small fridge. The restaurant was closed on Monday.
    Not bad, not great. I might stay again if the price were right.
    The hotel has a bar on the ground floor and a garden at the back. We were there in November, so the pool was closed.
    Room fine, breakfast so so, people neither friendly nor rude.
    Our room looked onto the street, with a tram every ten minutes until midnight. Ask for the back if you are a light sleeper.
    Good points: the bed and the shower. Bad points: the carpet and the breakfast.
    We chose half board. Dinner is a buffet between seven and nine, drinks are extra.
  `),
  positive: lines(`
    From the moment we arrived we were treated like family. The room was spotless, the bed enormous and the view over the harbour unforgettable.
    The rooms are not large, but they are clean, quiet and cleverly designed. Add a superb breakfast and a location next to the museum, and you cannot go wrong.
    Our third stay and certainly not the last. Maria at reception arranged everything, from theatre tickets to a cake for my husband's birthday.
    We had a small problem with the heating, which was fixed within ten minutes, and they even sent up a bottle of wine to apologise. That is service.
    Great value for a city this expensive. Comfortable beds, strong shower, friendly people and a bus stop right outside.
    A lovely old house with creaking floors and heaps of charm. The owner cooks breakfast herself and her jam is to die for.
    I travel every week and this is one of the best business hotels I know: fast check-in, a real desk, good light and silence at night.
    The kids did not want to leave the pool and we did not want to leave the terrace. Highly recommended.
    We were worried about noise because of the central location, but the windows keep everything out and we slept wonderfully.
    Beautifully renovated, immaculate bathrooms, thoughtful details everywhere. Worth every penny.
    Dinner in the hotel restaurant was the highlight of our trip. The staff know their wines and never rush you.
    Perfect weekend: warm welcome, gorgeous room, delicious breakfast and the old town on the doorstep.
    I cannot praise the staff enough. They remembered how we take our coffee and always had time for a chat.
    Small hotel, big heart. Everything works, everything is clean and the bread is baked in the house.
    The decor may not be to everybody's taste, but the comfort is second to none. I slept like a log.
    Easy to find, easy to park, easy to love.
    The bathroom alone is worth the trip: rain shower, heated floor, fluffy towels.
    Not the cheapest option, yet we would book it again in a heartbeat.
    Ideal for walkers. The kitchen packs a generous lunch and the host knows every path.
    Sound location, helpful concierge, excellent cocktails. No complaints.
  `),
};

export const longSpanish: OwnTexts = {
  language: 'es',
  kind: 'review',
  negative: lines(`
    Reservamos por las opiniones y nos llevamos una gran decepción. La habitación daba a una obra, empezaban a las siete y en recepción les daba igual.
    La ubicación es buena, eso sí. Todo lo demás es malo: paredes finas, la ducha rota y un desayuno que se acaba a las nueve.
    Estuve dos noches por trabajo. El wifi no funcionaba y al volver por la tarde la habitación seguía sin hacer.
    Habrá sido un gran hotel, pero hoy las moquetas están sucias, el ascensor no funciona y los precios son de risa.
    Al llegar nos dijeron que no había habitación y nos mandaron a otro hotel en la otra punta de la ciudad. Ni una disculpa.
    La cama era durísima y el aire acondicionado hacía un ruido insoportable toda la noche. Nos fuimos un día antes.
    El personal es amable, pero eso no compensa el moho del baño ni la falta de agua caliente.
    No se fíen de las fotos. La piscina es diminuta y la vista al mar consiste en asomarse por la ventana.
    ¿Cuatro estrellas? Dos como mucho. La cena estaba fría y el camarero fue un maleducado.
    Habitación pequeña, oscura y con olor a tabaco. No volveremos.
    Los baños necesitan una reforma urgente y las toallas estaban viejas y rotas.
    Muy caro para lo que ofrece. El desayuno es escaso y de mala calidad.
    No había sitio en el parking aunque lo habíamos pagado. La atención, pésima.
    Se oía todo: los vecinos, la calle, el ascensor. Imposible descansar.
    Nos cobraron un extra por el minibar que no habíamos tocado y encima nos llamaron mentirosos.
    La recepcionista no encontraba la reserva y luego nos cobró una habitación más cara. Pedimos hablar con el director y nunca apareció.
    El desayuno deja mucho que desear: café de máquina, pan duro y cola para la única tostadora.
    Aunque está cerca de la playa, el hotel está sucio y descuidado. Había pelos en el lavabo.
    Buenas vistas, pero una noche terrible. La discoteca de abajo no nos dejó dormir.
    La habitación olía a cañería y no hicieron nada aunque nos quejamos dos veces.
    Demasiado caro. Por la mitad he estado en sitios mucho mejores.
    Prometen un spa y es una bañera tibia con la sauna estropeada.
    Colchón viejo, almohadas incómodas y persianas rotas. No lo recomiendo en absoluto.
    Nada que ver con un cuatro estrellas. Falta limpieza y falta educación.
    El servicio de habitaciones tardó una hora y la comida llegó fría.
  `),
  neutral: lines(`
    Pasamos una noche antes de coger el avión. La habitación tiene lo necesario y el aeropuerto queda a diez minutos.
    Experiencia desigual: el personal muy amable, pero la habitación es antigua y la calle ruidosa.
    El hotel tiene dos edificios. El nuestro era el antiguo; las habitaciones son sencillas y más bien pequeñas.
    Ubicación de cinco estrellas, habitación de tres y desayuno de dos. En conjunto, normal.
    Es lo que es: un hotel barato cerca de la estación, sin más.
    A favor, el precio y la situación. En contra, el ruido y el baño pequeño.
    Teníamos una doble en la segunda planta, con nevera y caja fuerte. El restaurante cierra los lunes.
    Ni bien ni mal, para dormir una noche sirve.
    El desayuno cuesta doce euros y se sirve en la planta baja.
    La habitación era correcta y el baño también, sin lujos.
    El hotel tiene bar en la planta baja y un jardín detrás. Fuimos en noviembre y la piscina estaba cerrada.
    La habitación bien, el desayuno regular, el personal ni simpático ni antipático.
    Nuestra habitación daba a la calle y pasa el tranvía cada diez minutos.
    Lo bueno, la cama y la ducha. Lo malo, la moqueta y el desayuno.
    Íbamos en media pensión. La cena es de nueve a once y las bebidas se pagan aparte.
  `),
  positive: lines(`
    Desde que llegamos nos trataron como en casa. La habitación limpísima, la cama enorme y las vistas al puerto inolvidables.
    Las habitaciones no son grandes, pero están limpias y son muy tranquilas. El desayuno, excelente y la ubicación inmejorable.
    Es la tercera vez que venimos y no será la última. El trato es exquisito.
    Tuvimos un problema con la calefacción y lo arreglaron en diez minutos. Así da gusto.
    Muy buena relación calidad precio, camas cómodas, buena ducha y gente encantadora.
    Una casa antigua con mucho encanto. La dueña prepara el desayuno y su mermelada es una delicia.
    Hotel perfecto para trabajar: entrada rápida, buena mesa y silencio por la noche.
    Los niños no querían salir de la piscina y nosotros no queríamos irnos de la terraza. Muy recomendable.
    Nos preocupaba el ruido por estar en el centro, pero dormimos de maravilla.
    Reformado con gusto, baños impecables y mil detalles. Vale lo que cuesta.
    La cena en el restaurante del hotel fue lo mejor del viaje.
    Fin de semana redondo: buena acogida, habitación preciosa y el casco antiguo a un paso.
    Está muy bien situado, al lado del metro, y el personal de recepción te ayuda en todo.
    Habitaciones amplias y luminosas, todo muy limpio. Repetiremos seguro.
    Sin duda volveremos, no le falta de nada.
    Nos dieron una habitación superior sin pedirlo, todo un detalle.
    El mejor desayuno que hemos probado en un hotel, variado y de calidad.
    No puedo hablar mejor del personal: se acordaban de nuestros nombres y siempre tenían una sonrisa.
    Hotel pequeño con un gran corazón. Todo funciona, todo está limpio y el pan lo hacen ellos.
    Quizá la decoración no guste a todos, pero es comodísimo. Dormí como un tronco.
    Fácil de encontrar, fácil de aparcar y muy buen trato.
    No es el más barato, pero volveríamos sin pensarlo.
    Ideal para hacer senderismo. El dueño conoce todos los caminos y es un encanto.
    Buena situación, conserje muy atento y unos cócteles excelentes. Ninguna queja.
    Nos encantó todo: la terraza, la piscina, la tranquilidad y la amabilidad de la gente.
    Calidad a buen precio y a cinco minutos del centro. Lo recomiendo.
  `),
};
