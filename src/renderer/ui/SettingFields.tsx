import { Box, MenuItem, Switch, TextField, Typography } from '@mui/material';
import { useId, type ReactNode } from 'react';
import type { SettingField } from '#shared/model/connector.ts';
import type { FieldProblem } from './fieldProblem.ts';
import { useFieldText, type FieldText, type FieldUse } from './useFieldText.ts';

export type Typed = Readonly<Record<string, string | boolean>>;

export interface SettingFieldsProps {
  connector: string;
  use: FieldUse;
  fields: readonly SettingField[];
  values: Typed;
  problem: FieldProblem | null;
  disabled: boolean;
  onChange: (key: string, value: string | boolean) => void;
}

/** The fields a connector's manifest asks for, each with what is wrong with it. Secrets are shown as dots. */
export function SettingFields(props: SettingFieldsProps): ReactNode {
  const { connector, use, fields, values, problem, disabled, onChange } = props;
  const textOf = useFieldText();
  return fields.map((field) => {
    const shared = {
      field,
      text: textOf(connector, use, field),
      wrong: problem?.field === field.key ? problem.text : null,
      disabled,
    };
    const value = values[field.key];
    const change = (next: string | boolean): void => onChange(field.key, next);
    return field.input === 'switch' ? (
      <SwitchField key={field.key} {...shared} checked={value === true} onChange={change} />
    ) : (
      <TypedField
        key={field.key}
        {...shared}
        value={typeof value === 'string' ? value : ''}
        onChange={change}
      />
    );
  });
}

interface OneField {
  field: SettingField;
  text: FieldText;
  wrong: string | null;
  disabled: boolean;
}

function SwitchField(
  props: OneField & { checked: boolean; onChange: (checked: boolean) => void },
): ReactNode {
  const { text, wrong, disabled, checked, onChange } = props;
  const helpId = useId();
  const help = wrong ?? text.help;
  return (
    <Box component="label" sx={{ display: 'flex', gap: 2, alignItems: 'start', fontSize: 13 }}>
      <Switch
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
        slotProps={{ input: { 'aria-describedby': helpId } }}
      />
      <span>
        {text.label}
        <Typography
          id={helpId}
          variant="body2"
          component="span"
          sx={{ display: 'block', color: wrong === null ? 'text.secondary' : 'error.main' }}
        >
          {help}
        </Typography>
      </span>
    </Box>
  );
}

function TypedField(props: OneField & { value: string; onChange: (value: string) => void }): ReactNode {
  const { field, text, wrong, disabled, value, onChange } = props;
  return (
    <TextField
      label={text.label}
      helperText={wrong === null ? text.help : <Wrong text={wrong} help={text.help} />}
      error={wrong !== null}
      required={field.required}
      disabled={disabled}
      select={field.input === 'choice'}
      type={field.input === 'secret' ? 'password' : 'text'}
      placeholder={field.placeholder}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      slotProps={{
        htmlInput: {
          maxLength: 2000,
          autoComplete: 'off',
          spellCheck: false,
          autoCapitalize: 'none',
          ...(field.input === 'address' ? { inputMode: 'url' } : {}),
        },
      }}
    >
      {field.input === 'choice'
        ? field.choices.map((choice) => (
            <MenuItem key={choice.value} value={choice.value}>
              {text.choice(choice.value)}
            </MenuItem>
          ))
        : null}
    </TextField>
  );
}

function Wrong({ text, help }: { text: string; help: string }): ReactNode {
  return (
    <>
      <span role="alert">{text}</span>
      <Box component="span" sx={{ display: 'block', color: 'text.secondary' }}>
        {help}
      </Box>
    </>
  );
}
