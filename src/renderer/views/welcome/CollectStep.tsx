import { Box, Button, LinearProgress, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useJobs } from '#renderer/app/jobs.ts';
import { navigate } from '#renderer/app/state.ts';
import { useRequest } from '#renderer/client/index.ts';
import { Marked } from '#renderer/ui/Marked.tsx';
import { RelativeTime } from '#renderer/ui/RelativeTime.tsx';

export interface Started {
  brandId: string;
  /** Null when collecting could not be started; it then runs by its own clock. */
  jobId: string | null;
}

const shownRows = 5;

/** The first look at every source, and the first mentions as they come in. */
export function CollectStep({ name, started }: { name: string; started: Started }): ReactNode {
  const { t } = useTranslation();
  const job = useJobs(({ byId }) => (started.jobId === null ? undefined : byId.get(started.jobId)));
  const filter = { brandIds: [started.brandId] };
  const first = useRequest('mentions.list', { filter, limit: shownRows }, { keepPrevious: true }).data;
  const count = useRequest('mentions.count', { filter }, { keepPrevious: true }).data?.count ?? 0;
  const heard = count > 0 || (first?.rows.length ?? 0) > 0;
  const over = started.jobId === null || (job !== undefined && job.state !== 'running');
  const text = over
    ? t('welcome.collected')
    : job === undefined
      ? t('welcome.collectingStart')
      : t('welcome.collecting', job);
  const share = job === undefined || job.total === 0 ? 0 : (100 * job.done) / job.total;
  return (
    <Box sx={{ display: 'grid', gap: 4 }}>
      <Typography variant="h1">{t('welcome.collectTitle', { name })}</Typography>
      <Box sx={{ display: 'grid', gap: 2 }}>
        <LinearProgress
          variant={job === undefined && !over ? 'indeterminate' : 'determinate'}
          value={over ? 100 : share}
          aria-label={text}
          sx={{ borderRadius: 2, height: 4 }}
        />
        <Typography variant="body2" role="status" sx={{ color: 'text.secondary' }}>
          {text}
          {count > 0 ? ` · ${t('welcome.heard', { count })}` : ''}
        </Typography>
      </Box>
      {!heard && over ? <Typography variant="body1">{t('welcome.heardNone')}</Typography> : null}
      {first === undefined || first.rows.length === 0 ? null : (
        <Box
          component="ul"
          sx={{
            listStyle: 'none',
            m: 0,
            p: 0,
            border: 1,
            borderColor: 'divider',
            borderRadius: '8px',
            bgcolor: 'background.paper',
            '& li + li': { borderTop: 1, borderColor: 'divider' },
          }}
        >
          {first.rows.map((row) => (
            <Box component="li" key={row.itemId} sx={{ px: 3, py: 2 }}>
              <Box sx={{ display: 'flex', gap: 2 }}>
                <Box
                  sx={{
                    flex: 1,
                    fontWeight: 600,
                    overflow: 'hidden',
                    textOverflow: 'ellipsis',
                    whiteSpace: 'nowrap',
                  }}
                >
                  {row.title === '' ? row.author : row.title}
                </Box>
                <Box sx={{ color: 'text.secondary', fontSize: 12, whiteSpace: 'nowrap' }}>
                  {row.site} · <RelativeTime at={row.publishedAt} />
                </Box>
              </Box>
              <Box
                sx={{
                  color: 'text.secondary',
                  overflow: 'hidden',
                  textOverflow: 'ellipsis',
                  whiteSpace: 'nowrap',
                }}
              >
                <Marked text={row.excerpt} marks={row.marks} />
              </Box>
            </Box>
          ))}
        </Box>
      )}
      <Box sx={{ display: 'flex', gap: 2 }}>
        <Button
          variant="contained"
          color="primary"
          disabled={!heard && !over}
          onClick={() => navigate('mentions')}
        >
          {t('welcome.open')}
        </Button>
        <Button variant="text" onClick={() => navigate('today')}>
          {t('welcome.openToday')}
        </Button>
      </Box>
    </Box>
  );
}
