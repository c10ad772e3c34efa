import { useTranslation } from 'react-i18next';
import type { Network } from '#shared/contract/accounts.ts';

interface NetworkText {
  about: string;
  steps: readonly string[];
  cannot: readonly string[];
  label(key: string): string;
  help(key: string): string;
}

/** What a network's connector says of itself, in the window's language; its own English where we have no words. */
export function useNetworkText(): (network: Network) => NetworkText {
  const { i18n } = useTranslation();
  const own = (key: string, said: string): string => {
    const text: unknown = i18n.getResource(i18n.language, 'app', `networks.${key}`);
    return typeof text === 'string' ? text : said;
  };
  return (network) => {
    const id = network.connector;
    const field = (key: string, part: 'label' | 'help'): string =>
      own(`${id}.${key}.${part}`, network.accountFields.find((one) => one.key === key)?.[part] ?? key);
    return {
      about: own(`${id}.about`, network.about),
      steps: network.steps.map((said, index) => own(`${id}.step${index + 1}`, said)),
      cannot: network.cannot.map((said, index) => own(`${id}.cannot${index + 1}`, said)),
      label: (key) => field(key, 'label'),
      help: (key) => field(key, 'help'),
    };
  };
}
