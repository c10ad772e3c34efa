import { z } from 'zod';

export const Id = z.uuid();
export const Millis = z.number().int().min(0).max(8_640_000_000_000_000);
/** A calendar day, `YYYY-MM-DD`. */
export const Day = z.iso.date();
export const Nothing = z.strictObject({});
export const Done = z.strictObject({});
/** What a command answers when its effect can be taken back with `history.undo`. */
export const Undoable = z.strictObject({ changeId: Id.nullable() });
export const PageLimit = z.number().int().min(1).max(200).default(50);
export const Json = z.json();
export const JobStarted = z.strictObject({ jobId: Id });
/** Values for the translated sentence of a reason's code: `{{host}}`, `{{status}}` … */
export const ReasonParams = z.record(z.string(), z.union([z.string(), z.number()]));
