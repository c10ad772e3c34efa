import { useTranslation } from 'react-i18next';
import type { SettingField } from '#shared/model/connector.ts';

export interface FieldText {
  label: string;
  help: string;
  choice(value: string): string;
}

/** What a field is for: adding an account, or a source. */
export type FieldUse = 'account' | 'source';

/** A connector's fields in the window's language; its own English where we have no words. */
export function useFieldText(): (connector: string, use: FieldUse, field: SettingField) => FieldText {
  const { i18n } = useTranslation();
  return (connector, use, field) => {
    const own = (part: string, said: string): string => {
      const key = `networks.${connector}.${use}.${field.key}.${part}`;
      const text: unknown = i18n.getResource(i18n.language, 'app', key);
      return typeof text === 'string' ? text : said;
    };
    return {
      label: own('label', field.label),
      help: own('help', field.help),
      choice: (value) =>
        own(`choices.${value || 'none'}`, field.choices.find((one) => one.value === value)?.label ?? value),
    };
  };
}
