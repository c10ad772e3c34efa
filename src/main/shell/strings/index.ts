import { en, unreadEn, type ShellTexts } from './en.ts';
import { ro, unreadRo } from './ro.ts';

export type ShellLanguage = 'en' | 'ro';

export const shellTexts: Record<ShellLanguage, ShellTexts> = { en, ro };

/** The tray's line for `count` unseen mentions, in the language asked for. */
export function unreadLine(language: ShellLanguage, count: number): string {
  return language === 'ro' ? unreadRo(count) : unreadEn(count);
}
