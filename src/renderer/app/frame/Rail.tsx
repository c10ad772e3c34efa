import { Box, ButtonBase, Divider, Tooltip, useMediaQuery } from '@mui/material';
import { CircleAlert, CircleDashed, CloudOff, PauseCircle } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRequest } from '#renderer/client/index.ts';
import { NumberText } from '#renderer/ui/NumberText.tsx';
import { useRunningJob } from '../jobs.ts';
import { navigate, useScreen } from '../state.ts';
import { useActiveCrises } from '#renderer/ui/crises.ts';
import { useOnline } from '../useOnline.ts';
import { screens, type Screen } from './screens.ts';

/** The screens, and at the foot what the app is doing. Folds to icons in a narrow window. */
export function Rail(): ReactNode {
  const { t } = useTranslation();
  const folded = useMediaQuery('(max-width:1099px)', { noSsr: true });
  const brandIds = useScreen((state) => state.brandIds);
  const inCrisis = useActiveCrises().length > 0;
  const unseen = useRequest(
    'mentions.count',
    { filter: { brandIds: [...brandIds], states: ['new'] } },
    { keepPrevious: true },
  ).data;
  const alerts =
    useRequest('alerts.count', { brandIds: [...brandIds] }, { keepPrevious: true }).data?.new ?? 0;
  const counts: Partial<Record<Screen['route'], number>> = { mentions: unseen?.count ?? 0, alerts };
  return (
    <Box
      sx={{
        width: folded ? 52 : 200,
        flex: 'none',
        display: 'flex',
        flexDirection: 'column',
        borderRight: 1,
        borderColor: 'divider',
      }}
    >
      <Box
        component="nav"
        aria-label={t('frame.screens')}
        sx={{ p: 2, display: 'grid', gap: 0.5, flex: 1, alignContent: 'start' }}
      >
        {screens
          .filter(({ route }) => route !== 'crisis' || inCrisis)
          .map((screen) => (
            <Box key={screen.route}>
              {screen.route === 'accounts' ? <Divider sx={{ my: 2 }} /> : null}
              <RailEntry
                screen={screen}
                folded={folded}
                count={counts[screen.route] ?? 0}
                more={screen.route === 'mentions' && unseen?.more === true}
              />
            </Box>
          ))}
      </Box>
      <Foot folded={folded} />
    </Box>
  );
}

function RailEntry(props: { screen: Screen; folded: boolean; count: number; more: boolean }): ReactNode {
  const { t } = useTranslation();
  const { route, icon: Icon } = props.screen;
  const here = useScreen((state) => state.route === route);
  const name = t(`frame.${route}`);
  const count = props.count > 0 ? t('frame.newCount', { count: props.count }) : '';
  return (
    <Tooltip title={props.folded ? `${name} ${count}` : ''} placement="right">
      <ButtonBase
        aria-current={here ? 'page' : undefined}
        {...(props.folded ? { 'aria-label': `${name} ${count}`.trim() } : {})}
        {...(count === '' || props.folded ? {} : { title: count })}
        onClick={() => navigate(route)}
        sx={{
          width: '100%',
          height: 32,
          px: 2.25,
          gap: 2.5,
          justifyContent: 'flex-start',
          borderRadius: '6px',
          position: 'relative',
          fontWeight: here ? 600 : 450,
          color: here ? 'tokens.onWash' : 'text.primary',
          bgcolor: here ? 'tokens.wash' : 'transparent',
          '&:hover': { bgcolor: here ? 'tokens.wash' : 'tokens.hover' },
        }}
      >
        <Icon size={16} aria-hidden />
        {props.folded ? null : (
          <Box component="span" sx={{ flex: 1, textAlign: 'left' }}>
            {name}
          </Box>
        )}
        {props.count === 0 ? null : (
          <Box
            component="span"
            sx={
              props.folded
                ? {
                    position: 'absolute',
                    top: 5,
                    right: 6,
                    width: 6,
                    height: 6,
                    borderRadius: '50%',
                    bgcolor: 'primary.main',
                  }
                : { fontSize: 12, color: here ? 'tokens.onWash' : 'text.secondary' }
            }
          >
            {props.folded ? null : <NumberText value={props.count} />}
            {props.folded || !props.more ? null : '+'}
          </Box>
        )}
      </ButtonBase>
    </Tooltip>
  );
}

function Foot({ folded }: { folded: boolean }): ReactNode {
  const { t } = useTranslation();
  const online = useOnline();
  const collecting = useRunningJob('collect');
  const status = useRequest('collect.status', {}).data;
  const failing = status?.failing ?? 0;
  return (
    <Box role="status" aria-label={t('frame.status')} sx={{ p: 2, display: 'grid', gap: 1, fontSize: 12 }}>
      {collecting === undefined ? null : (
        <Line folded={folded} icon={<CircleDashed size={14} />} text={t('frame.collecting', collecting)} />
      )}
      {status?.paused === true ? (
        <Line folded={folded} icon={<PauseCircle size={14} />} text={t('frame.paused')} />
      ) : null}
      {online ? null : <Line folded={folded} icon={<CloudOff size={14} />} text={t('frame.offline')} />}
      {failing === 0 ? null : (
        <Line
          folded={folded}
          warning
          icon={<CircleAlert size={14} />}
          text={t('frame.care', { count: failing })}
          onClick={() => navigate('sources', { show: 'trouble' })}
        />
      )}
    </Box>
  );
}

function Line(props: {
  folded: boolean;
  icon: ReactNode;
  text: string;
  warning?: boolean;
  onClick?: () => void;
}): ReactNode {
  const content = (
    <>
      <Box component="span" aria-hidden sx={{ display: 'flex' }}>
        {props.icon}
      </Box>
      {props.folded ? null : <span>{props.text}</span>}
    </>
  );
  const sx = {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'flex-start',
    textAlign: 'left',
    gap: 2,
    px: 2.25,
    minHeight: 26,
    fontSize: 12,
    borderRadius: '6px',
    color: props.warning === true ? 'tokens.warning' : 'text.secondary',
  } as const;
  return (
    <Tooltip title={props.folded ? props.text : ''} placement="right">
      {props.onClick === undefined ? (
        // Folded, its words are those of the tooltip, and a box without a role may not have a name.
        <Box role={props.folded ? 'img' : undefined} sx={sx}>
          {content}
        </Box>
      ) : (
        <ButtonBase
          aria-label={props.text}
          onClick={props.onClick}
          sx={{ ...sx, '&:hover': { bgcolor: 'tokens.hover' } }}
        >
          {content}
        </ButtonBase>
      )}
    </Tooltip>
  );
}
