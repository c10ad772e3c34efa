import type { Random } from './random.ts';

/** What fills `{slot}`: a list to pick from, or a function called at each use. */
export type Slot = readonly string[] | (() => string);
export type SlotLookup = (name: string) => Slot | undefined;

type Part = string | { slot: string } | { options: Part[][] };

const compiled = new Map<string, Part[]>();

/**
 * Renders one template: `[a|b|c]` picks one alternative (they nest, and may be empty), `{name}` is filled
 * from `slots`. Throws RangeError for an unknown slot or an unclosed bracket, both mistakes in a bank.
 */
export function render(template: string, random: Random, slots: SlotLookup): string {
  let parts = compiled.get(template);
  if (parts === undefined) {
    parts = compile(template);
    compiled.set(template, parts);
  }
  return renderParts(parts, random, slots);
}

function renderParts(parts: readonly Part[], random: Random, slots: SlotLookup): string {
  let out = '';
  for (const part of parts) {
    if (typeof part === 'string') out += part;
    else if ('options' in part) out += renderParts(random.pick(part.options), random, slots);
    else out += fill(part.slot, random, slots);
  }
  return out;
}

function fill(name: string, random: Random, slots: SlotLookup): string {
  const slot = slots(name);
  if (slot === undefined) throw new RangeError(`Unknown slot {${name}}.`);
  return typeof slot === 'function' ? slot() : random.pick(slot);
}

function compile(template: string): Part[] {
  let at = 0;

  function sequence(inside: boolean): Part[] {
    const parts: Part[] = [];
    let text = '';
    const flush = (): void => {
      if (text !== '') parts.push(text);
      text = '';
    };
    while (at < template.length) {
      const char = template[at] ?? '';
      if (inside && (char === '|' || char === ']')) break;
      at += 1;
      if (char === '[') {
        flush();
        parts.push({ options: alternatives() });
      } else if (char === '{') {
        flush();
        const end = template.indexOf('}', at);
        if (end < 0) throw new RangeError(`Unclosed brace in "${template}".`);
        parts.push({ slot: template.slice(at, end) });
        at = end + 1;
      } else {
        text += char;
      }
    }
    flush();
    return parts;
  }

  function alternatives(): Part[][] {
    const options: Part[][] = [];
    while (at < template.length) {
      options.push(sequence(true));
      const end = template[at];
      at += 1;
      if (end === ']') return options;
    }
    throw new RangeError(`Unclosed bracket in "${template}".`);
  }

  return sequence(false);
}
