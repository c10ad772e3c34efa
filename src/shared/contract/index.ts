import type { z } from 'zod';
import { accounts } from './accounts.ts';
import { alerts } from './alerts.ts';
import { app } from './app.ts';
import { brands } from './brands.ts';
import { calendar } from './calendar.ts';
import { channels } from './channels.ts';
import { contacts } from './contacts.ts';
import { compare } from './compare.ts';
import { crisis } from './crisis.ts';
import { highlights } from './highlights.ts';
import { inbox } from './inbox.ts';
import { insights } from './insights.ts';
import { learning } from './learning.ts';
import { mentions } from './mentions.ts';
import { outbox } from './outbox.ts';
import { profiles } from './profiles.ts';
import { rules } from './rules.ts';
import { sources } from './sources.ts';
import { triage } from './triage.ts';
import { today } from './today.ts';
import { workspace } from './workspace.ts';

/** Every request of the app. The client's types, the handlers' types, the CLI and the docs derive from it. */
export const contract = {
  ...workspace,
  ...brands,
  ...compare,
  ...insights,
  ...mentions,
  ...learning,
  ...triage,
  ...accounts,
  ...channels,
  ...outbox,
  ...inbox,
  ...contacts,
  ...calendar,
  ...highlights,
  ...profiles,
  ...rules,
  ...crisis,
  ...sources,
  ...today,
  ...alerts,
  ...app,
};

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
