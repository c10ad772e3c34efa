import { Ban, BellOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MentionRow } from '#shared/contract/mentions.ts';
import type { PickOption } from '#renderer/ui/PickList.tsx';
import { useBrands } from '#renderer/app/appState.ts';
import { PickMenu } from './PickMenu.tsx';

export interface BlockChoice {
  kind: 'author' | 'site';
  mode: 'block' | 'mute';
  everyBrand: boolean;
}

export interface BlockMenuProps {
  anchor: Element | null;
  rows: readonly MentionRow[];
  onBlock: (choice: BlockChoice) => void;
  onClose: () => void;
}

const kinds = ['author', 'site'] as const;
const modes = ['block', 'mute'] as const;

/** Whom to hear no more, or only quietly: the author or the site, for this brand or for all. */
export function BlockMenu({ anchor, rows, onBlock, onClose }: BlockMenuProps): ReactNode {
  const { t } = useTranslation();
  const brands = useBrands();
  const concerned = new Set(rows.flatMap(({ mentions }) => mentions.map(({ brandId }) => brandId)));
  const ofBrands = brands.filter(({ id }) => concerned.has(id)).map(({ name }) => name);
  /** With a single brand watched there is nothing to tell apart. */
  const reaches = brands.length < 2 ? [true] : [false, true];

  const nameOf = {
    author: oneOf(rows.map(({ author }) => author)),
    site: oneOf(rows.map(({ site }) => site)),
  };
  const optionsOf = (mode: BlockChoice['mode']): PickOption[] =>
    kinds.flatMap((kind) => {
      const { name, count } = nameOf[kind];
      if (count === 0) return [];
      const who = name ?? t(`mentions.block.${kind}s`, { count });
      return reaches.map((everyBrand) => {
        const values = { who, brand: ofBrands.join(', ') };
        return {
          id: `${mode} ${kind} ${everyBrand}`,
          label:
            reaches.length === 1
              ? t(`mentions.block.${mode}.plain`, values)
              : t(`mentions.block.${mode}.${everyBrand ? 'every' : 'brand'}`, values),
          icon: mode === 'block' ? <Ban size={15} aria-hidden /> : <BellOff size={15} aria-hidden />,
          run: () => {
            onBlock({ kind, mode, everyBrand });
            onClose();
          },
        };
      });
    });

  return (
    <PickMenu
      anchor={anchor}
      onClose={onClose}
      label={t('mentions.block.title')}
      placeholder={t('mentions.block.filter')}
      emptyText={t('mentions.block.none')}
      groups={modes.map((mode) => ({
        id: mode,
        label: t(`mentions.block.${mode}.what`),
        options: optionsOf(mode),
      }))}
    />
  );
}

/** The one name among several, or how many different ones there are; '' is nobody. */
function oneOf(names: readonly string[]): { name: string | null; count: number } {
  const different = [...new Set(names)].filter((name) => name !== '');
  return { name: different.length === 1 ? (different[0] ?? null) : null, count: different.length };
}
