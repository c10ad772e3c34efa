import { Button } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Block } from '#shared/contract/triage.ts';
import { useBrands } from '#renderer/app/appState.ts';
import { notify } from '#renderer/app/notify.ts';
import { useCommand, useRequest } from '#renderer/client/index.ts';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { useFormat } from '#renderer/ui/format.tsx';
import { Row, Section } from './Section.tsx';

/** Who is not heard, or only quietly, and the way back. */
export function Blocks(): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const brands = useBrands();
  const { data, error, refetch } = useRequest('blocks.list', {});
  const remove = useCommand('blocks.remove');

  const lift = async ({ id, name }: Block): Promise<void> => {
    const done = await remove.run({ blockId: id });
    if (done !== null) notify({ message: t('settings.blocks.lifted', { name }), undo: done.changeId });
  };
  const facts = ({ kind, mode, brandId, createdAt }: Block): string =>
    [
      t(`settings.blocks.${mode}.${kind}`),
      brandId === null
        ? t('settings.blocks.everyBrand')
        : (brands.find(({ id }) => id === brandId)?.name ?? t('settings.blocks.oneBrand')),
      t('settings.blocks.since', { when: format.moment(createdAt) }),
    ].join(' · ');
  return (
    <Section title={t('settings.blocks.title')}>
      {error !== null && data === undefined ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : null}
      {data?.blocks.length === 0 ? (
        <Row label={t('settings.blocks.none')} text={t('settings.blocks.noneText')} />
      ) : null}
      {data?.blocks.map((block) => (
        <Row key={block.id} label={block.name} text={facts(block)}>
          <Button
            aria-label={t('settings.blocks.liftOne', { name: block.name })}
            disabled={remove.busy}
            onClick={() => void lift(block)}
          >
            {t('settings.blocks.lift')}
          </Button>
        </Row>
      ))}
    </Section>
  );
}
