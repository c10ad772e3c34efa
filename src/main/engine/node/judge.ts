import type { Judge } from '../collect/judge.ts';

/** The judge over the shipped models, which take about a second to load: nothing is loaded before `ready`. */
export function createJudge(folder: string, warn: (message: string) => void): Judge {
  let loading: Promise<Omit<Judge, 'ready'>> | undefined;
  let loaded: Omit<Judge, 'ready'> | undefined;
  const judge = (): Omit<Judge, 'ready'> => {
    if (!loaded) throw new Error('judged before the models were ready');
    return loaded;
  };
  return {
    async ready() {
      loading ??= import('./understanding.ts').then(({ loadUnderstanding }) =>
        loadUnderstanding(folder, warn),
      );
      loaded = await loading;
    },
    language: (text, hint) => judge().language(text, hint),
    sentiment: (input) => judge().sentiment(input),
    reach: (input) => judge().reach(input),
    influence: (reach) => judge().influence(reach),
  };
}
