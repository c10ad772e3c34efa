import { Box } from '@mui/material';
import { CircleAlert, Info } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '#shared/model/post.ts';

export interface NamedProblem extends Problem {
  /** The account it is about; '' where it is about the whole post. */
  name: string;
}

/** What stands in the way of a post, and what is only advice. */
export function Problems({ problems }: { problems: readonly NamedProblem[] }): ReactNode {
  const { t } = useTranslation();
  if (problems.length === 0) return null;
  return (
    <Box
      component="ul"
      aria-label={t('composer.checks')}
      sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}
    >
      {problems.map((problem) => (
        <Box
          component="li"
          key={`${problem.name} ${problem.code}`}
          sx={{
            display: 'flex',
            gap: 2,
            alignItems: 'baseline',
            fontSize: 13,
            color: problem.stops ? 'tokens.negative' : 'text.secondary',
          }}
        >
          <Box component="span" aria-hidden sx={{ display: 'flex', alignSelf: 'center' }}>
            {problem.stops ? <CircleAlert size={13} /> : <Info size={13} />}
          </Box>
          <Box component="span" sx={{ overflowWrap: 'anywhere', minWidth: 0 }}>
            {problem.name === '' ? '' : `${problem.name}: `}
            {t(`composer.problem.${problem.code}`, { count: problem.count })}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
