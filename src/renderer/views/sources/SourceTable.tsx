import { Box, Button, Link, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Source } from '#shared/contract/sources.ts';
import { navigate } from '#renderer/app/state.ts';
import { RelativeTime } from '#renderer/ui/RelativeTime.tsx';
import { useFormat } from '#renderer/ui/format.tsx';
import { RowMenu, type SourceAction } from './RowMenu.tsx';
import { StatusMark } from './StatusMark.tsx';
import { intervalParts } from './order.ts';

export interface SourceTableProps {
  sources: readonly Source[];
  /** A source that another screen pointed at. */
  pointedAt: string | undefined;
  onAction: (source: Source, action: SourceAction) => void;
}

const cut = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', maxWidth: 320 } as const;

/** The health board. */
export function SourceTable({ sources, pointedAt, onAction }: SourceTableProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const next = (source: Source): string => {
    const at = source.health.nextDueAt;
    if (at === null || source.paused) return '–';
    return at <= Date.now() + 60_000 ? t('sources.soon') : format.distance(at - Date.now());
  };
  return (
    <Table size="small" stickyHeader aria-label={t('sources.table')}>
      <TableHead>
        <TableRow>
          {(['name', 'status', 'lastSuccess', 'next'] as const).map((column) => (
            <TableCell key={column}>{t(`sources.column.${column}`)}</TableCell>
          ))}
          <TableCell align="right">{t('sources.column.items')}</TableCell>
          <TableCell>{t('sources.column.interval')}</TableCell>
          <TableCell align="right">{t('sources.column.actions')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {sources.map((source) => {
          const { unit, count } = intervalParts(source.intervalMinutes);
          return (
            <TableRow key={source.id} hover selected={source.id === pointedAt}>
              <TableCell component="th" scope="row" sx={cut}>
                <Box sx={{ ...cut, fontWeight: 600 }} title={source.name}>
                  {source.name}
                </Box>
                <Box sx={{ ...cut, color: 'text.secondary', fontSize: 12 }} title={source.detail}>
                  {source.detail}
                </Box>
                {source.account === null ? null : (
                  <Box sx={{ ...cut, color: 'text.secondary', fontSize: 12 }} title={source.account.handle}>
                    {t('sources.through', { handle: source.account.handle })}
                  </Box>
                )}
              </TableCell>
              <TableCell>
                <StatusMark source={source} />
                <AccountTrouble source={source} onEdit={() => onAction(source, 'edit')} />
              </TableCell>
              <TableCell>
                {source.health.lastSuccessAt === null ? (
                  t('sources.never')
                ) : (
                  <RelativeTime at={source.health.lastSuccessAt} />
                )}
              </TableCell>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>{next(source)}</TableCell>
              <TableCell align="right" sx={{ fontVariantNumeric: 'tabular-nums' }}>
                {format.number(source.items)}
              </TableCell>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>{t(`sources.interval.${unit}`, { count })}</TableCell>
              <TableCell align="right" sx={{ whiteSpace: 'nowrap' }}>
                {source.health.status === 'needs-permission' ? (
                  <Button onClick={() => onAction(source, 'allow')}>{t('sources.action.allow')}</Button>
                ) : null}
                <RowMenu source={source} onAction={(action) => onAction(source, action)} />
              </TableCell>
            </TableRow>
          );
        })}
      </TableBody>
    </Table>
  );
}

/** The way out when a source's account no longer reads: signing in again, or choosing another. */
function AccountTrouble({ source, onEdit }: { source: Source; onEdit: () => void }): ReactNode {
  const { t } = useTranslation();
  const { account } = source;
  if (account?.status !== 'reauth' && account?.status !== 'removed') return null;
  const isDead = account.status === 'reauth';
  return (
    <Link
      component="button"
      type="button"
      onClick={isDead ? () => navigate('accounts', { signIn: account.id }) : onEdit}
      sx={{ fontSize: 12, textAlign: 'left' }}
    >
      {t(isDead ? 'accounts.signInAgain' : 'sources.account.choose')}
    </Link>
  );
}
