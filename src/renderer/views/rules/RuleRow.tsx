import { Box, IconButton, Menu, MenuItem, Switch } from '@mui/material';
import { ArrowDown, ArrowUp, Ellipsis } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Rule } from '#shared/contract/rules.ts';
import { useRuleWords } from '#renderer/ui/ruleWords.ts';
import { placeAfter } from './drafts.ts';

const entries = ['edit', 'apply', 'remove'] as const;
export type RuleEntry = (typeof entries)[number];

export interface RuleRowProps {
  rule: Rule;
  index: number;
  total: number;
  onRow: (row: HTMLDivElement | null) => void;
  onFocus: () => void;
  onMove: (to: number) => void;
  onSwitch: (on: boolean) => void;
  onEntry: (entry: RuleEntry) => void;
}

/** A rule as one sentence, with its place in the order and its switch. */
export function RuleRow(props: RuleRowProps): ReactNode {
  const { rule, index, total, onRow, ...on } = props;
  const { t } = useTranslation();
  const words = useRuleWords();
  const { name } = rule;
  const conditions = rule.conditions
    .map((condition) => words.condition(condition))
    .join(t(rule.match === 'all' ? 'rules.words.all' : 'rules.words.any'));
  const up = placeAfter(index, -1, total);
  const down = placeAfter(index, 1, total);
  return (
    <Box component="li" sx={{ listStyle: 'none' }}>
      <Box
        ref={onRow}
        tabIndex={-1}
        role="group"
        aria-label={`${name}, ${t('rules.row.place', { place: index + 1, total })}`}
        onFocus={on.onFocus}
        sx={{
          display: 'flex',
          alignItems: 'center',
          gap: 3,
          px: 4,
          py: 2.5,
          opacity: rule.enabled ? 1 : 0.75,
        }}
      >
        <Box sx={{ display: 'grid', flex: 'none' }}>
          <IconButton
            aria-label={t('rules.row.up', { name })}
            disabled={up === null}
            onClick={() => up !== null && on.onMove(up)}
            sx={{ p: 0.5 }}
          >
            <ArrowUp size={14} aria-hidden />
          </IconButton>
          <IconButton
            aria-label={t('rules.row.down', { name })}
            disabled={down === null}
            onClick={() => down !== null && on.onMove(down)}
            sx={{ p: 0.5 }}
          >
            <ArrowDown size={14} aria-hidden />
          </IconButton>
        </Box>
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Box sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{name}</Box>
          <Box sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
            {t('rules.words.when', { conditions })}{' '}
            <Box component="span" sx={{ color: 'text.primary' }}>
              {rule.actions.map((action) => words.action(action)).join(', ')}.
            </Box>{' '}
            {rule.stop ? t('rules.row.stop') : null}
          </Box>
          {rule.missing.length === 0 ? null : (
            <Box role="note" sx={{ color: 'tokens.warning', fontSize: 12 }}>
              {t('rules.row.missing', {
                actions: rule.missing.map((type) => t(`rules.action.${type}`)).join(', '),
              })}
            </Box>
          )}
        </Box>
        <Box sx={{ color: 'text.secondary', fontSize: 12, flex: 'none', fontVariantNumeric: 'tabular-nums' }}>
          {t('rules.row.hits', { count: rule.hits })}
        </Box>
        <Switch
          checked={rule.enabled}
          onChange={(event) => on.onSwitch(event.target.checked)}
          slotProps={{ input: { 'aria-label': t('rules.row.on', { name }) } }}
        />
        <RowMenu name={t('rules.row.menu', { name })} onEntry={on.onEntry} />
      </Box>
    </Box>
  );
}

function RowMenu({ name, onEntry }: { name: string; onEntry: (entry: RuleEntry) => void }): ReactNode {
  const { t } = useTranslation();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <IconButton
        aria-label={name}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <Ellipsis size={16} aria-hidden />
      </IconButton>
      <Menu
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        slotProps={{ list: { 'aria-label': name } }}
      >
        {entries.map((entry) => (
          <MenuItem
            key={entry}
            onClick={() => {
              setAnchor(null);
              onEntry(entry);
            }}
          >
            {t(`rules.row.${entry}`)}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
