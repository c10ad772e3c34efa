import type { Network } from '#shared/contract/accounts.ts';

/** What a network lets its user do, as a person would list it. */
export const abilities = [
  'collect',
  'inbox',
  'reply',
  'like',
  'hide',
  'publish',
  'edit',
  'metrics',
  'profile',
] as const;
export type Ability = (typeof abilities)[number];

export const abilitiesOf = ({ capabilities }: Pick<Network, 'capabilities'>): readonly Ability[] =>
  abilities.filter((ability) => capabilities.includes(ability));

/** Networks an account can be added of. */
export const connectable = (networks: readonly Network[]): readonly Network[] =>
  networks.filter(({ capabilities }) => capabilities.includes('account'));
