import { z } from 'zod';
import type { HttpResponse } from './http.ts';

/** A list of which every entry is read by itself, with `readable`. */
export const List = z.array(z.unknown());

/** The entries of a list that can be read, so that one that is broken does not spoil the rest. */
export function readable<Schema extends z.ZodType>(
  schema: Schema,
  entries: readonly unknown[],
): z.output<Schema>[] {
  return entries.flatMap((entry) => {
    const read = schema.safeParse(entry);
    return read.success ? [read.data] : [];
  });
}

/** The JSON of an answer; null where there is no body, undefined where it is no JSON. Never throws. */
export function jsonOf(response: HttpResponse): unknown {
  if (response.bytes.byteLength === 0) return null;
  try {
    return JSON.parse(new TextDecoder().decode(response.bytes)) as unknown;
  } catch {
    return undefined;
  }
}
