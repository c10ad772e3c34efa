import { z } from 'zod';
import { EarshotError } from '#shared/model/result.ts';
import { BUCKETS, hashText } from './features.ts';

/** The classes, in the order of the weights. */
export const CLASSES = ['negative', 'neutral', 'positive'] as const;

const Score = z.record(z.string(), z.number());

/** What the weights file says about itself: how it was made and how well it does on the dev splits. */
export const WeightsHeader = z.object({
  format: z.literal(1),
  version: z.string(),
  seed: z.number().int(),
  buckets: z.literal(BUCKETS),
  classes: z.tuple([z.literal('negative'), z.literal('neutral'), z.literal('positive')]),
  /** One unit of an int8 weight. */
  scale: z.number().positive(),
  /** Logits are divided by this, so that a certainty of 0.8 is right about eight times in ten. */
  temperature: z.number().positive(),
  features: z.array(z.string()),
  trainedOn: z.array(z.object({ name: z.string(), texts: z.number().int(), licence: z.string() })),
  /** Macro-F1 in per cent, per dev set. */
  dev: Score,
  weightsHash: z.string(),
  lexiconHash: z.string(),
});
export type WeightsHeader = z.infer<typeof WeightsHeader>;

const MAGIC = 'ESM1';
const WEIGHTS = BUCKETS * CLASSES.length;

/** A quick checksum (FNV-1a, 32 bits, hex): it finds a broken or mismatched file, it proves no origin. */
export function checksum(bytes: Uint8Array): string {
  let h = hashText('', 0x811c9dc5 | 0);
  // By index: an iterator over three million bytes would be felt at every start.
  for (let i = 0; i < bytes.length; i += 1) h = Math.imul(h ^ (bytes[i] ?? 0), 0x01000193);
  return (h >>> 0).toString(16).padStart(8, '0');
}

/** `ESM1`, the header's length (uint32, little endian), the header as JSON, then the int8 weights. */
export function encodeWeights(header: WeightsHeader, weights: Int8Array): Uint8Array {
  const json = new TextEncoder().encode(JSON.stringify(header));
  const out = new Uint8Array(8 + json.length + weights.length);
  out.set(new TextEncoder().encode(MAGIC));
  new DataView(out.buffer).setUint32(4, json.length, true);
  out.set(json, 8);
  out.set(new Uint8Array(weights.buffer, weights.byteOffset, weights.length), 8 + json.length);
  return out;
}

/** Reads and checks a weights file. Throws `EarshotError('invalid')` where it is damaged or of another format. */
export function decodeWeights(bytes: Uint8Array): { header: WeightsHeader; weights: Int8Array } {
  if (bytes.length < 8 || new TextDecoder().decode(bytes.subarray(0, 4)) !== MAGIC)
    throw broken('not a model');
  const length = new DataView(bytes.buffer, bytes.byteOffset, bytes.length).getUint32(4, true);
  if (bytes.length !== 8 + length + WEIGHTS) throw broken('it has the wrong size');
  const header = parseHeader(new TextDecoder().decode(bytes.subarray(8, 8 + length)));
  const body = bytes.subarray(8 + length);
  if (checksum(body) !== header.weightsHash) throw broken('it is damaged');
  return { header, weights: new Int8Array(body.buffer, body.byteOffset, body.length) };
}

function parseHeader(json: string): WeightsHeader {
  let raw: unknown;
  try {
    raw = JSON.parse(json);
  } catch {
    throw broken('its header cannot be read');
  }
  const parsed = WeightsHeader.safeParse(raw);
  if (!parsed.success) throw broken('its header is of another version');
  return parsed.data;
}

function broken(what: string): EarshotError {
  return new EarshotError(
    'invalid',
    `The file that judges sentiment cannot be used: ${what}. Reinstall Earshot to repair it.`,
  );
}
