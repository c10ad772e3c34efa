import { lines, type OwnTexts } from './texts.ts';

export const reviews: OwnTexts = {
  language: 'pt',
  kind: 'review',
  negative: lines(`
    O quarto estava sujo e cheirava a tabaco.
    Funcionários mal-educados, nunca mais.
    Paredes finas, impossível dormir.
    Pequeno-almoço frio e muito fraco.
    O ar condicionado não funcionava e ninguém apareceu.
    Caro demais para o que oferece.
    As fotos não têm nada a ver com a realidade.
    Bolor no chuveiro, um nojo.
    Cobraram duas vezes e não devolvem o dinheiro.
    O wifi caía o tempo todo.
    Uma noite horrível por causa do barulho.
    O pior hotel da viagem.
    Percevejos na cama, fomos logo embora.
    Não recomendo a ninguém.
    Muito desiludidos, nem limpo nem calmo.
    Na receção fomos ignorados meia hora.
    De manhã não havia água quente.
    Boa localização, mas o quarto era péssimo.
    Colchão gasto, dores de costas garantidas.
    Uma fraude, fujam.
  `),
  neutral: lines(`
    O hotel tem 120 quartos em seis andares.
    Ficámos duas noites em março para um congresso.
    O café da manhã é servido das sete às dez.
    Entrada a partir das 15 h, saída até às 11 h.
    O estacionamento custa 12 euros por dia.
    O hotel fica a quinze minutos a pé da estação.
    Uma estadia normal, nada de especial.
    Quarto razoável, nem bom nem mau.
    O nosso quarto dava para o pátio.
    A taxa turística paga-se na receção.
    Em frente há um supermercado.
    Algumas coisas bem, outras nem tanto.
    A casa de banho tem duche, não banheira.
    Aceitável para uma noite de passagem.
    O hotel pertence a uma cadeia.
    As toalhas são trocadas de dois em dois dias.
    No sábado houve um casamento.
    O jantar começa às oito.
    As camas são um pouco duras.
    Opinião dividida: gente simpática, quartos antigos.
  `),
  positive: lines(`
    Funcionários maravilhosos e muito atenciosos.
    Quarto impecável e cama muito confortável.
    Café da manhã excelente, pão fresco e fruta.
    Ótima localização, a cinco minutos do centro.
    Adorámos e vamos voltar.
    A vista da varanda é de cortar a respiração.
    Silencioso à noite, dormimos muito bem.
    Excelente relação qualidade-preço.
    Deram-nos de graça um quarto melhor, que bela surpresa.
    A piscina é linda.
    O melhor hotel da região.
    Receção calorosa depois de uma longa viagem.
    O restaurante é delicioso.
    Nada a apontar, tudo perfeito.
    Não tivemos nenhum problema.
    Recomendo muito para famílias.
    Spa relaxante e massagem fantástica.
    O jardim é um sonho à noite.
    Obrigado a toda a equipa por uma estadia inesquecível.
    Os quartos são antigos mas muito limpos e o pessoal é adorável.
  `),
};
