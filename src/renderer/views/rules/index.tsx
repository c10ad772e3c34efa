import { Box, Button } from '@mui/material';
import { ListChecks } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Rule } from '#shared/contract/rules.ts';
import { notify } from '#renderer/app/notify.ts';
import { useCommand, useRequest } from '#renderer/client/index.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { ViewSkeleton } from '#renderer/ui/ViewSkeleton.tsx';
import { useShortcuts } from '#renderer/ui/shortcuts.ts';
import { RuleDialog } from './RuleDialog.tsx';
import { RuleRow, type RuleEntry } from './RuleRow.tsx';
import { RunDialog } from './RunDialog.tsx';
import { placeAfter } from './drafts.ts';

type Open = { kind: 'add' } | { kind: 'edit' | 'on' | 'apply'; rule: Rule } | null;

/** What happens by itself when a mention arrives. */
export default function RulesView(): ReactNode {
  const { t } = useTranslation();
  const { data, error, refetch } = useRequest('rules.list', {});
  const [open, setOpen] = useState<Open>(null);
  const rules = data?.rules ?? [];
  const close = (): void => setOpen(null);
  const add = (
    <Button variant="contained" color="primary" onClick={() => setOpen({ kind: 'add' })}>
      {t('rules.add')}
    </Button>
  );
  return (
    <Box sx={{ height: '100%', display: 'flex', flexDirection: 'column' }}>
      <PageHeader
        title={t('rules.title')}
        text={t('rules.about')}
        actions={rules.length === 0 ? null : add}
      />
      <Box
        tabIndex={0}
        role="region"
        aria-label={t('rules.list')}
        sx={{ flex: 1, minHeight: 0, overflow: 'auto', px: 6, pb: 6 }}
      >
        {error !== null && data === undefined ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : data === undefined ? (
          <ViewSkeleton />
        ) : rules.length === 0 ? (
          <EmptyState
            icon={<ListChecks size={24} />}
            title={t('rules.empty.title')}
            text={t('rules.empty.text')}
            action={
              <Button variant="contained" color="primary" onClick={() => setOpen({ kind: 'add' })}>
                {t('rules.empty.action')}
              </Button>
            }
          />
        ) : (
          <RuleList rules={rules} onOpen={setOpen} />
        )}
      </Box>
      {open?.kind === 'add' ? <RuleDialog rule={null} onClose={close} /> : null}
      {open?.kind === 'edit' ? <RuleDialog rule={open.rule} onClose={close} /> : null}
      {open?.kind === 'on' || open?.kind === 'apply' ? (
        <RunDialog rule={open.rule} mode={open.kind} onClose={close} />
      ) : null}
    </Box>
  );
}

function RuleList({ rules, onOpen }: { rules: readonly Rule[]; onOpen: (open: Open) => void }): ReactNode {
  const { t } = useTranslation();
  const move = useCommand('rules.move');
  const update = useCommand('rules.update');
  const remove = useCommand('rules.remove');
  const [focused, setFocused] = useState<string | null>(null);
  const rows = useRef(new Map<string, HTMLDivElement>());
  const moved = useRef<string | null>(null);

  const moveTo = async (rule: Rule, to: number): Promise<void> => {
    moved.current = rule.id;
    const done = await move.run({ ruleId: rule.id, to });
    if (done === null) return;
    notify({ message: t('rules.told.moved', { name: rule.name, place: to + 1 }), undo: done.changeId });
  };
  const step = (by: 1 | -1) => (): void => {
    const index = rules.findIndex(({ id }) => id === focused);
    const rule = rules[index];
    const to = placeAfter(index, by, rules.length);
    if (rule !== undefined && to !== null) void moveTo(rule, to);
  };
  useShortcuts('rules.keys.scope', [
    { keys: 'Alt+ArrowUp', label: 'rules.keys.up', run: step(-1) },
    { keys: 'Alt+ArrowDown', label: 'rules.keys.down', run: step(1) },
  ]);
  // A row that changes place loses the focus: give it back, so that a rule can be moved further.
  useEffect(() => {
    if (moved.current !== null) rows.current.get(moved.current)?.focus();
    moved.current = null;
  }, [rules]);

  const turn = async (rule: Rule, on: boolean): Promise<void> => {
    if (on) {
      onOpen({ kind: 'on', rule });
      return;
    }
    const done = await update.run({ ruleId: rule.id, enabled: false });
    if (done !== null) notify({ message: t('rules.told.off', { name: rule.name }), undo: done.changeId });
  };
  const enter = async (rule: Rule, entry: RuleEntry): Promise<void> => {
    if (entry !== 'remove') {
      onOpen({ kind: entry, rule });
      return;
    }
    const done = await remove.run({ ruleId: rule.id });
    if (done !== null) notify({ message: t('rules.told.removed', { name: rule.name }), undo: done.changeId });
  };

  return (
    <Box
      component="ol"
      aria-label={t('rules.list')}
      sx={{
        m: 0,
        p: 0,
        border: 1,
        borderColor: 'divider',
        borderRadius: '8px',
        bgcolor: 'background.paper',
        '& > * + *': { borderTop: 1, borderColor: 'divider' },
      }}
    >
      {rules.map((rule, index) => (
        <RuleRow
          key={rule.id}
          rule={rule}
          index={index}
          total={rules.length}
          onRow={(row) => {
            if (row === null) rows.current.delete(rule.id);
            else rows.current.set(rule.id, row);
          }}
          onFocus={() => setFocused(rule.id)}
          onMove={(to) => void moveTo(rule, to)}
          onSwitch={(on) => void turn(rule, on)}
          onEntry={(entry) => void enter(rule, entry)}
        />
      ))}
    </Box>
  );
}
