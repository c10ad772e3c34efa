import { Alert, Box, Button, Typography } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#shared/contract/index.ts';
import { notify } from '#renderer/app/notify.ts';
import { useCommand } from '#renderer/client/index.ts';

const listed = 8;

/** Feeds from another reader's list, and what became of each. */
export function OpmlTab(): ReactNode {
  const { t } = useTranslation();
  const open = useCommand('app.openOpml');
  const read = useCommand('sources.importOpml');
  const [result, setResult] = useState<Output<'sources.importOpml'> | null>(null);
  const busy = open.busy || read.busy;

  const choose = async (): Promise<void> => {
    const file = await open.run({});
    if (file === null || file.opml === null) return;
    const done = await read.run({ opml: file.opml });
    setResult(done);
    if (done !== null && done.added > 0) {
      notify({ message: t('sources.opml.added', { count: done.added }), undo: done.changeId });
    }
  };
  return (
    <Box sx={{ display: 'grid', gap: 4, justifyItems: 'start' }}>
      <Typography variant="body2">{t('sources.opml.text')}</Typography>
      <Button disabled={busy} onClick={() => void choose()}>
        {t(busy ? 'sources.opml.working' : 'sources.opml.choose')}
      </Button>
      <Box role="status" sx={{ width: '100%' }}>
        {result === null ? null : <ImportResult result={result} />}
      </Box>
    </Box>
  );
}

function ImportResult({ result }: { result: Output<'sources.importOpml'> }): ReactNode {
  const { t } = useTranslation();
  const { added, known, refused } = result;
  return (
    <Alert severity={refused.length > 0 ? 'warning' : 'success'}>
      {t('sources.opml.added', { count: added })}{' '}
      {known > 0 ? t('sources.opml.known', { count: known }) : null}{' '}
      {refused.length === 0 ? null : (
        <>
          {t('sources.opml.refused', { count: refused.length })}
          <Box component="ul" sx={{ m: 0, pl: 4, overflowWrap: 'anywhere' }}>
            {refused.slice(0, listed).map(({ address, reason }) => (
              <li key={address}>{t('sources.opml.reason', { address, reason })}</li>
            ))}
            {refused.length > listed ? (
              <li>{t('sources.opml.more', { count: refused.length - listed })}</li>
            ) : null}
          </Box>
        </>
      )}
    </Alert>
  );
}
