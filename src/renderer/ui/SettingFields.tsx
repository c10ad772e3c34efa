import { Box, MenuItem, TextField } from '@mui/material';
import type { ReactNode } from 'react';
import type { SettingField } from '#shared/model/connector.ts';
import { LabelledSwitch } from './LabelledSwitch.tsx';
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
    const text = textOf(connector, use, field);
    const wrong = problem?.field === field.key ? problem.text : null;
    const value = values[field.key];
    const change = (next: string | boolean): void => onChange(field.key, next);
    return field.input === 'switch' ? (
      <LabelledSwitch
        key={field.key}
        label={text.label}
        help={wrong ?? text.help}
        isWrong={wrong !== null}
        checked={value === true}
        disabled={disabled}
        onChange={change}
      />
    ) : (
      <TypedField
        key={field.key}
        field={field}
        text={text}
        wrong={wrong}
        disabled={disabled}
        value={typeof value === 'string' ? value : ''}
        onChange={change}
      />
    );
  });
}

interface TypedFieldProps {
  field: SettingField;
  text: FieldText;
  wrong: string | null;
  disabled: boolean;
  value: string;
  onChange: (value: string) => void;
}

function TypedField(props: TypedFieldProps): ReactNode {
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
