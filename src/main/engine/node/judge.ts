import type { Judge, JudgeInput, Judged } from '../collect/judge.ts';

/** The judge over the shipped models, which take about a second to load: nothing is loaded before `ready`. */
export function createJudge(folder: string, warn: (message: string) => void): Judge {
  let loading: Promise<(input: JudgeInput) => Judged> | undefined;
  const load = (): Promise<(input: JudgeInput) => Judged> => {
    loading ??= import('./understanding.ts').then(({ loadUnderstanding }) => loadUnderstanding(folder, warn));
    return loading;
  };
  return {
    async ready() {
      await load();
    },
    async judge(inputs) {
      const understand = await load();
      return inputs.map(understand);
    },
  };
}
