import { lines, type OwnTexts } from './texts.ts';

export const reviews: OwnTexts = {
  language: 'es',
  kind: 'review',
  negative: lines(`
    La habitación estaba sucia y olía a tabaco.
    Personal maleducado, nunca más.
    Paredes de papel, imposible dormir.
    El desayuno frío y muy pobre.
    El aire acondicionado no funcionaba y nadie vino.
    Demasiado caro para lo que ofrece.
    Las fotos no tienen nada que ver con la realidad.
    Moho en la ducha, un asco.
    Me cobraron dos veces y no devuelven el dinero.
    El wifi se cortaba todo el tiempo.
    Una noche horrible por el ruido.
    El peor hotel del viaje.
    Chinches en la cama, nos fuimos enseguida.
    No lo recomiendo a nadie.
    Muy decepcionados, ni limpio ni tranquilo.
    En recepción nos ignoraron media hora.
    No había agua caliente por la mañana.
    Buena ubicación, pero la habitación era horrible.
    Colchón hundido, dolor de espalda asegurado.
    Una estafa, no vayan.
  `),
  neutral: lines(`
    El hotel tiene 120 habitaciones en seis plantas.
    Estuvimos dos noches en marzo por un congreso.
    El desayuno se sirve de siete a diez.
    Entrada desde las 15 h, salida hasta las 11 h.
    El aparcamiento cuesta 12 euros al día.
    El hotel está a quince minutos a pie de la estación.
    Una estancia normal, nada especial.
    Habitación correcta, ni buena ni mala.
    Nuestra habitación daba al patio.
    La tasa turística se paga en recepción.
    Enfrente hay un supermercado.
    Algunas cosas bien, otras no tanto.
    El baño tiene ducha, no bañera.
    Aceptable para una noche de paso.
    El hotel pertenece a una cadena.
    Las toallas se cambian cada dos días.
    El sábado hubo una boda.
    La cena empieza a las ocho.
    Las camas son más bien duras.
    Sensaciones encontradas: gente amable, habitaciones antiguas.
  `),
  positive: lines(`
    Un personal maravilloso y muy atento.
    Habitación impecable y cama muy cómoda.
    Desayuno excelente, pan fresco y fruta.
    Muy bien situado, a cinco minutos del centro.
    Nos encantó y volveremos.
    La vista desde el balcón es impresionante.
    Tranquilo por la noche, dormimos de maravilla.
    Excelente relación calidad-precio.
    Nos dieron gratis una habitación mejor, qué sorpresa.
    La piscina es preciosa.
    El mejor hotel de la zona.
    Un recibimiento cálido tras un largo viaje.
    El restaurante es delicioso.
    Ninguna queja, todo perfecto.
    No tuvimos ningún problema.
    Muy recomendable para familias.
    Un spa relajante y un masaje fantástico.
    El jardín es un sueño por la noche.
    Gracias a todo el equipo por una estancia inolvidable.
    Las habitaciones son antiguas pero muy limpias y el personal encantador.
  `),
};
