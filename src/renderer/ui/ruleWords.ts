import { useTranslation } from 'react-i18next';
import type { RuleAction, RuleCondition } from '#shared/contract/rules.ts';
import { useBrands } from '#renderer/app/appState.ts';
import { useRequest } from '#renderer/client/index.ts';
import { useFormat } from './format.tsx';

export interface RuleWords {
  condition(condition: RuleCondition): string;
  action(action: RuleAction): string;
  /** A time span in its largest whole unit. */
  span(minutes: number): string;
  language(code: string): string;
}

const HOUR = 60;
const DAY = 24 * HOUR;

/** Says conditions and actions of rules in words, with the names of what they point at. */
export function useRuleWords(): RuleWords {
  const { t } = useTranslation();
  const format = useFormat();
  const brands = useBrands();
  const tags = useRequest('tags.list', {}).data?.tags ?? [];
  const people = useRequest('assignees.list', {}).data?.assignees ?? [];
  const sources = useRequest('sources.list', {}).data?.sources ?? [];
  const gone = t('rules.words.gone');
  const named = (list: readonly { id: string; name: string }[], id: string): string =>
    list.find((one) => one.id === id)?.name ?? gone;
  const languages = new Intl.DisplayNames([format.locale], { type: 'language', fallback: 'code' });

  const valuesOf = (condition: Extract<RuleCondition, { values: unknown }>): string[] => {
    switch (condition.type) {
      case 'source':
        return condition.values.map((id) => named(sources, id));
      case 'brand':
        return condition.values.map((id) => named(brands, id));
      case 'kind':
        return condition.values.map((kind) => t(`rules.kind.${kind}`));
      case 'sentiment':
        return condition.values.map((sentiment) => t(`common.sentiment.${sentiment}`));
      case 'language':
        return condition.values.map((code) => languages.of(code) ?? code);
      default:
        return condition.values;
    }
  };
  const list = new Intl.ListFormat(format.locale, { type: 'disjunction' });
  const span = (minutes: number): string => {
    if (minutes % DAY === 0) return t('rules.snooze.days', { count: minutes / DAY });
    if (minutes % HOUR === 0) return t('rules.snooze.hours', { count: minutes / HOUR });
    return t('rules.snooze.minutes', { count: minutes });
  };

  return {
    span,
    language: (code) => languages.of(code) ?? code,
    condition(condition) {
      switch (condition.type) {
        case 'text':
          return t('rules.words.text', { query: condition.text });
        case 'influence':
          return t('rules.words.influence', { value: condition.atLeast });
        case 'rating':
          return t(`rules.words.${condition.op}`, { stars: format.number(condition.stars) });
        case 'hours':
          return t(condition.not ? 'rules.words.outside' : 'rules.words.inside', {
            zone: condition.hours.zone,
          });
        default:
          return t(condition.not ? 'rules.words.isNot' : 'rules.words.is', {
            what: t(`rules.subject.${condition.type}`),
            values: list.format(valuesOf(condition)),
          });
      }
    },
    action(action) {
      switch (action.type) {
        case 'tag':
          return t('rules.words.tag', { name: named(tags, action.tagId) });
        case 'assign':
          return t('rules.words.assign', { name: named(people, action.assigneeId) });
        case 'sentiment':
          return t('rules.words.sentiment', {
            sentiment: t(`common.sentiment.${action.sentiment}`).toLocaleLowerCase(format.locale),
          });
        case 'snooze':
          return t('rules.words.snooze', { span: span(action.minutes) });
        default:
          return t(`rules.words.${action.type}`);
      }
    },
  };
}
