import { Button } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Shelf } from '#shared/contract/mentions.ts';
import { navigate } from '#renderer/app/state.ts';
import { useCommand, useRequest } from '#renderer/client/index.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';

/** Why the list is empty, and the one next step. */
export function Empty(props: {
  narrow: boolean;
  /** The shelf that is shown whole; `main` where filters narrow it further. */
  shelf: Shelf;
  onClear: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const brands = useRequest('brands.list', {}).data?.brands;
  const sources = useRequest('sources.list', {}).data?.sources;
  const collect = useCommand('collect.run');
  const [asked, setAsked] = useState(false);
  if (brands === undefined || sources === undefined) return null;

  if (brands.length === 0) {
    return (
      <EmptyState
        title={t('mentions.empty.noBrandsTitle')}
        text={t('mentions.empty.noBrandsText')}
        action={<Button onClick={() => navigate('welcome')}>{t('mentions.empty.noBrandsAction')}</Button>}
      />
    );
  }
  if (props.shelf !== 'main') {
    return (
      <EmptyState
        title={t('mentions.empty.shelfTitle')}
        text={t(`mentions.empty.${props.shelf}Text`)}
        action={<Button onClick={props.onClear}>{t('mentions.empty.shelfAction')}</Button>}
      />
    );
  }
  if (props.narrow) {
    return (
      <EmptyState
        title={t('mentions.empty.narrowTitle')}
        text={t('mentions.empty.narrowText')}
        action={<Button onClick={props.onClear}>{t('mentions.empty.narrowAction')}</Button>}
      />
    );
  }
  if (sources.length === 0) {
    return (
      <EmptyState
        title={t('mentions.empty.noSourcesTitle')}
        text={t('mentions.empty.noSourcesText')}
        action={<Button onClick={() => navigate('sources')}>{t('mentions.empty.noSourcesAction')}</Button>}
      />
    );
  }
  const collectNow = async (): Promise<void> => {
    if ((await collect.run({ all: true })) !== null) setAsked(true);
  };
  return (
    <EmptyState
      title={t('mentions.empty.noneTitle')}
      text={t(asked ? 'mentions.empty.collecting' : 'mentions.empty.noneText')}
      action={
        asked ? undefined : (
          <Button disabled={collect.busy} onClick={() => void collectNow()}>
            {t('mentions.empty.noneAction')}
          </Button>
        )
      }
    />
  );
}
