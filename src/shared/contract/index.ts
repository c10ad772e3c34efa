import type { z } from 'zod';
import { app } from './app.ts';
import { brands } from './brands.ts';
import { mentions } from './mentions.ts';
import { sources } from './sources.ts';
import { workspace } from './workspace.ts';

/** Every request of the app. The client's types, the handlers' types, the CLI and the docs derive from it. */
export const contract = { ...workspace, ...brands, ...mentions, ...sources, ...app };

export type Contract = typeof contract;
export type RequestName = keyof Contract;
export type Input<N extends RequestName> = z.input<Contract[N]['input']>;
export type ParsedInput<N extends RequestName> = z.output<Contract[N]['input']>;
export type Output<N extends RequestName> = z.output<Contract[N]['output']>;

type NamesOf<H extends string> = {
  [N in RequestName]: Contract[N]['host'] extends H ? N : never;
}[RequestName];
export type EngineRequest = NamesOf<'engine'>;
export type ShellRequest = NamesOf<'shell'>;

export const requestNames: readonly RequestName[] = Object.keys(contract).filter(isRequestName);

export function isRequestName(name: string): name is RequestName {
  return Object.hasOwn(contract, name);
}
