import { Button, TextField } from '@mui/material';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { notify } from '#renderer/app/notify.ts';
import { useCommand, useRequest } from '#renderer/client/index.ts';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { Row, Section } from './Section.tsx';

/** Whom mentions can be given to. */
export function People(): ReactNode {
  const { t } = useTranslation();
  const { data, error, refetch } = useRequest('assignees.list', {});
  const remove = useCommand('assignees.remove');

  const drop = async (assigneeId: string, name: string): Promise<void> => {
    const done = await remove.run({ assigneeId });
    if (done !== null) notify({ message: t('settings.people.removed', { name }), undo: done.changeId });
  };
  return (
    <Section title={t('settings.people.title')}>
      {error !== null && data === undefined ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : null}
      {data?.assignees.length === 0 ? <Row label={t('settings.people.none')} /> : null}
      {data?.assignees.map(({ id, name, open }) => (
        <Row key={id} label={name} text={t('settings.people.open', { count: open })}>
          <Button
            aria-label={t('settings.people.remove', { name })}
            disabled={remove.busy}
            onClick={() => void drop(id, name)}
          >
            {t('common.remove')}
          </Button>
        </Row>
      ))}
      <AddPerson />
    </Section>
  );
}

function AddPerson(): ReactNode {
  const { t } = useTranslation();
  const labelId = useId();
  const [name, setName] = useState('');
  const create = useCommand('assignees.create');
  const trimmed = name.trim();
  const add = async (): Promise<void> => {
    const made = await create.run({ name: trimmed });
    if (made === null) return;
    setName('');
    notify({ message: t('settings.people.added', { name: trimmed }), undo: made.changeId });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (trimmed !== '' && !create.busy) void add();
      }}
    >
      <Row label={t('settings.people.add')} labelId={labelId} text={t('settings.people.text')}>
        <TextField
          value={name}
          placeholder={t('settings.people.name')}
          onChange={(event) => setName(event.target.value)}
          slotProps={{ htmlInput: { 'aria-labelledby': labelId, maxLength: 60 } }}
          sx={{ width: 180 }}
        />
        <Button type="submit" disabled={trimmed === '' || create.busy}>
          {t('settings.people.addButton')}
        </Button>
      </Row>
    </form>
  );
}
