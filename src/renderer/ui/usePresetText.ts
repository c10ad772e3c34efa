import { useTranslation } from 'react-i18next';

interface PresetText {
  /** Each is given the engine's English, for a preset that this window has no words of its own for. */
  name(said: string): string;
  about(said: string): string;
  field(key: string, said: string): string;
}

/** A preset's name, explanation and fields in the window's language. */
export function usePresetText(): (presetId: string | null) => PresetText {
  const { i18n } = useTranslation();
  const own = (key: string, said: string): string => {
    const text: unknown = i18n.getResource(i18n.language, 'app', key);
    return typeof text === 'string' ? text : said;
  };
  return (presetId) => ({
    name: (said) => own(`presets.${presetId ?? ''}.name`, said),
    about: (said) => own(`presets.${presetId ?? ''}.about`, said),
    field: (key, said) => own(`presets.${presetId ?? ''}.fields.${key}`, said),
  });
}
