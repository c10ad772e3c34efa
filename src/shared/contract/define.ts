import type { z } from 'zod';

/** `query` gets a read handle and cannot write; `command` gets the writer. */
export type RequestKind = 'query' | 'command';
/** Who answers: the engine (also from a terminal), or the desktop shell (only in the window). */
export type RequestHost = 'engine' | 'shell';

export interface RequestDefinition<
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
  K extends RequestKind = RequestKind,
  H extends RequestHost = RequestHost,
> {
  readonly kind: K;
  readonly host: H;
  /** One line for the CLI's list and the docs page. */
  readonly summary: string;
  readonly input: I;
  readonly output: O;
}

interface Declared<I, O> {
  summary: string;
  input: I;
  output: O;
}

/** A request that only reads the workspace. */
export const query = <I extends z.ZodType, O extends z.ZodType>(
  declared: Declared<I, O>,
): RequestDefinition<I, O, 'query', 'engine'> => ({ kind: 'query', host: 'engine', ...declared });

/** A request that may write to the workspace; everything it changes goes to the change log. */
export const command = <I extends z.ZodType, O extends z.ZodType>(
  declared: Declared<I, O>,
): RequestDefinition<I, O, 'command', 'engine'> => ({ kind: 'command', host: 'engine', ...declared });

/** A request about the window, the desktop or the choice of workspace; the engine never sees it. */
export const shellRequest = <I extends z.ZodType, O extends z.ZodType>(
  declared: Declared<I, O>,
): RequestDefinition<I, O, 'command', 'shell'> => ({ kind: 'command', host: 'shell', ...declared });
