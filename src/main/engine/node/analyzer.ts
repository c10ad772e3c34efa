import type { ItemKind } from '#shared/model/item.ts';
import { EarshotError } from '#shared/model/result.ts';
import { detectLanguage } from '../understand/language.ts';
import type { Judgement } from '../understand/sentiment.ts';
import { loadModel } from './understanding.ts';

/** What can be said of a text alone, without a workspace: its language, and its sentiment with the reasons. */
export type Analysis = Judgement & { language: string | null };
export type Analyzer = (text: string, hint: string | null, kind: ItemKind) => Analysis;

/**
 * Judges texts with the models of `folder`, without what a workspace has learned.
 * @throws EarshotError `refused` where the models are missing, `invalid` where they are damaged
 */
export function loadAnalyzer(folder: string): Analyzer {
  const model = loadModel(folder, () => undefined);
  if (model === null) {
    throw new EarshotError(
      'refused',
      `The files that judge sentiment are missing from ${folder}. Reinstall Earshot to repair it.`,
    );
  }
  return (text, hint, kind) => {
    const language = detectLanguage(text, hint);
    return { language, ...model.explain({ text, language, kind }) };
  };
}
