import { EarshotError } from '#shared/model/result.ts';
import type { SettingField } from '#shared/model/connector.ts';

/** @throws EarshotError `invalid`, naming the first field that has to be filled in and is not */
export function requireFields(
  fields: readonly SettingField[],
  values: Readonly<Record<string, unknown>>,
): void {
  const missing = fields.find(({ key, required }) => {
    const value = values[key] ?? '';
    return required && (typeof value === 'string' ? value.trim() : value) === '';
  });
  if (missing === undefined) return;
  throw new EarshotError('invalid', `Fill in “${missing.label}”.`, {
    details: { field: missing.key, code: 'missing' },
  });
}
