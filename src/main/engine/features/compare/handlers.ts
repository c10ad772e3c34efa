import type { Handlers } from '../../context.ts';
import { dayName } from '../../storage/zone.ts';
import { cautionsFor } from './guard.ts';
import { comparedBrands, spanOf } from './span.ts';
import { compareBrands } from './summary.ts';
import { ownedTopics } from './topics.ts';
import { voicesOf } from './voices.ts';

export const compareHandlers = {
  'compare.summary': (input, { read, view, ports }) => {
    const span = spanOf(input, view.zone.day(ports.clock.now()));
    const brands = comparedBrands(read, input.brandId);
    return {
      fromDay: dayName(span.from),
      toDay: dayName(span.to),
      beforeFromDay: dayName(span.beforeFrom),
      beforeToDay: dayName(span.beforeTo),
      days: Array.from({ length: span.to - span.from + 1 }, (_, index) => dayName(span.from + index)),
      ...compareBrands(read, brands.compared, span),
      cautions: cautionsFor(read, view, brands, span),
    };
  },
  'compare.voices': (input, { read, view, ports }) => {
    const span = spanOf(input, view.zone.day(ports.clock.now()));
    const { compared } = comparedBrands(read, input.brandId);
    return { brands: compared.map((brand) => voicesOf(read, view, brand, span)) };
  },
  'compare.topics': async (input, { read, view, ports, signal }) => {
    const span = spanOf(input, view.zone.day(ports.clock.now()));
    const { compared } = comparedBrands(read, input.brandId);
    return { brands: await ownedTopics(read, view, compared, span, signal) };
  },
} satisfies Handlers<'compare.summary' | 'compare.voices' | 'compare.topics'>;
