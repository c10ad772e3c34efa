import { Box, Button, Popover } from '@mui/material';
import { ChevronDown, Plus } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Brand } from '#shared/contract/brands.ts';
import { BrandDot } from '#renderer/ui/BrandDot.tsx';
import { PickList, type PickGroup } from '#renderer/ui/PickList.tsx';
import { useBrands } from '../appState.ts';
import { chooseBrands, navigate, useScreen } from '../state.ts';

/** Which brands every screen is about: all of them, or one. */
export function BrandSwitcher(): ReactNode {
  const { t } = useTranslation();
  const brands = useBrands();
  const chosen = useScreen((state) => state.brandIds);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const picked = brands.filter((brand) => chosen.includes(brand.id));
  const only = picked.length === 1 ? picked[0] : undefined;
  const name =
    only?.name ??
    (picked.length === 0 ? t('frame.switcher.all') : t('frame.switcher.several', { count: picked.length }));

  const take = (ids: readonly string[]) => (): void => {
    chooseBrands(ids);
    setAnchor(null);
  };
  const option = (brand: Brand): PickGroup['options'][number] => ({
    id: brand.id,
    label: brand.name,
    icon: <BrandDot brand={brand} />,
    chosen: chosen.includes(brand.id),
    run: take([brand.id]),
  });
  const groups: PickGroup[] = [
    {
      id: 'all',
      options: [{ id: 'all', label: t('frame.switcher.all'), chosen: chosen.length === 0, run: take([]) }],
    },
    {
      id: 'own',
      label: t('frame.switcher.own'),
      options: brands.filter(({ role }) => role === 'own').map(option),
    },
    {
      id: 'competitor',
      label: t('frame.switcher.competitor'),
      options: brands.filter(({ role }) => role === 'competitor').map(option),
    },
    {
      id: 'add',
      options: [
        {
          id: 'add',
          label: t('frame.switcher.add'),
          icon: <Plus size={14} aria-hidden />,
          run: () => {
            setAnchor(null);
            navigate('brands', { add: 'own' });
          },
        },
      ],
    },
  ];

  return (
    <>
      <Button
        variant="text"
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        aria-label={t('frame.switcher.label', { name })}
        onClick={(event) => setAnchor(event.currentTarget)}
        endIcon={<ChevronDown size={14} aria-hidden />}
        sx={{ maxWidth: 240, justifyContent: 'flex-start' }}
      >
        {only === undefined ? null : <BrandDot brand={only} />}
        <Box
          component="span"
          sx={{ ml: only === undefined ? 0 : 2, overflow: 'hidden', textOverflow: 'ellipsis' }}
        >
          {name}
        </Box>
      </Button>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{
          paper: { role: 'dialog', 'aria-label': t('frame.switcher.search'), sx: { width: 280 } },
        }}
      >
        <PickList
          label={t('frame.switcher.search')}
          placeholder={t('frame.switcher.search')}
          emptyText={t('frame.switcher.none')}
          groups={groups.filter((group) => group.options.length > 0)}
        />
      </Popover>
    </>
  );
}
