import { useTranslation } from 'react-i18next';

interface Described {
  connector: string;
  about: string;
  steps?: readonly string[];
  cannot?: readonly string[];
}

interface NetworkText {
  about: string;
  steps: readonly string[];
  cannot: readonly string[];
}

/** What a connector says of itself, in the window's language; its own English where we have no words. */
export function useNetworkText(): (network: Described) => NetworkText {
  const { i18n } = useTranslation();
  return ({ connector, about, steps = [], cannot = [] }) => {
    const own = (key: string, said: string): string => {
      const text: unknown = i18n.getResource(i18n.language, 'app', `networks.${connector}.${key}`);
      return typeof text === 'string' ? text : said;
    };
    return {
      about: own('about', about),
      steps: steps.map((said, index) => own(`step${index + 1}`, said)),
      cannot: cannot.map((said, index) => own(`cannot${index + 1}`, said)),
    };
  };
}
