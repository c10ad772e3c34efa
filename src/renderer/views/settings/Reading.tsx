import { Autocomplete, Switch, TextField } from '@mui/material';
import { useId, useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand, useRequest } from '#renderer/client/index.ts';
import { Row, Section } from './Section.tsx';

/** What opening does, whether anything is fetched, and whose midnight counts. */
export function Reading(): ReactNode {
  const { t } = useTranslation();
  const values = useRequest('settings.get', {}).data?.values;
  const paused = useRequest('collect.status', {}).data?.paused;
  const set = useCommand('settings.set');
  const pause = useCommand('collect.pause');
  const [seenId, pauseId] = [useId(), useId()];
  return (
    <Section title={t('settings.reading')}>
      <Row label={t('settings.seenOnOpen')} labelId={seenId} text={t('settings.seenOnOpenText')}>
        <Switch
          checked={values?.['seenOnOpen'] === false}
          disabled={values === undefined || set.busy}
          onChange={(_event, value) => void set.run({ key: 'seenOnOpen', value: !value })}
          slotProps={{ input: { 'aria-labelledby': seenId } }}
        />
      </Row>
      <Row label={t('settings.pause')} labelId={pauseId} text={t('settings.pauseText')}>
        <Switch
          checked={paused === true}
          disabled={paused === undefined || pause.busy}
          onChange={(_event, value) => void pause.run({ paused: value })}
          slotProps={{ input: { 'aria-labelledby': pauseId } }}
        />
      </Row>
      <Zone onChange={(value) => void set.run({ key: 'zone', value })} />
    </Section>
  );
}

function Zone({ onChange }: { onChange: (zone: string) => void }): ReactNode {
  const { t } = useTranslation();
  const zone = useRequest('workspace.info', {}).data?.zone;
  const zones = useMemo(() => {
    const known = Intl.supportedValuesOf('timeZone');
    const all = known.includes('UTC') ? known : ['UTC', ...known];
    return zone === undefined || all.includes(zone) ? all : [zone, ...all];
  }, [zone]);
  return (
    <Row label={t('settings.zone')} text={t('settings.zoneText')}>
      {zone === undefined ? null : (
        <Autocomplete
          sx={{ width: 260 }}
          size="small"
          disableClearable
          options={zones}
          value={zone}
          onChange={(_event, value) => onChange(value)}
          renderInput={(params) => (
            <TextField
              {...params}
              slotProps={{
                ...params.slotProps,
                htmlInput: { ...params.slotProps.htmlInput, 'aria-label': t('settings.zone') },
              }}
            />
          )}
        />
      )}
    </Row>
  );
}
