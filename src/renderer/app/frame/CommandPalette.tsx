import { Dialog } from '@mui/material';
import { useColorScheme } from '@mui/material/styles';
import { GraduationCap, Keyboard, ListFilter, Moon, RefreshCw, Search, Sun, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand, useRequest } from '#renderer/client/index.ts';
import { BrandDot } from '#renderer/ui/BrandDot.tsx';
import { Keys } from '#renderer/ui/Keys.tsx';
import { PickList, type PickGroup } from '#renderer/ui/PickList.tsx';
import { setAppState, useBrands } from '../appState.ts';
import { chooseBrands, navigate, notify, openHelp, openPalette, undoLast, useScreen } from '../state.ts';
import { screens } from './screens.ts';

const searchIcon = <Search size={15} aria-hidden />;

/** Everything that can be done from anywhere, found by typing. */
export function CommandPalette(): ReactNode {
  const { t } = useTranslation();
  const open = useScreen((state) => state.paletteOpen);
  const brands = useBrands();
  const views = useRequest('views.list', {}, { enabled: open }).data?.views ?? [];
  const collect = useCommand('collect.run');
  const { mode, systemMode } = useColorScheme();
  const isDark = (mode === 'system' ? systemMode : mode) === 'dark';

  const then = (run: () => void) => (): void => {
    openPalette(false);
    run();
  };
  const collectNow = async (): Promise<void> => {
    if ((await collect.run({ all: true })) !== null) notify({ message: t('frame.palette.collecting') });
  };
  const groups: PickGroup[] = [
    {
      id: 'go',
      options: screens.map(({ route, icon: Icon, keys }) => ({
        id: `go-${route}`,
        label: t('frame.palette.go', { name: t(`frame.${route}`) }),
        icon: <Icon size={15} aria-hidden />,
        hint: keys === undefined ? null : <Keys keys={keys} />,
        run: then(() => navigate(route)),
      })),
    },
    {
      id: 'do',
      options: [
        {
          id: 'collect',
          label: t('frame.palette.collect'),
          icon: <RefreshCw size={15} aria-hidden />,
          run: then(() => void collectNow()),
        },
        {
          id: 'theme',
          label: t('frame.palette.theme', { name: t(isDark ? 'frame.palette.light' : 'frame.palette.dark') }),
          icon: isDark ? <Sun size={15} aria-hidden /> : <Moon size={15} aria-hidden />,
          run: then(() => void setAppState({ theme: isDark ? 'light' : 'dark' })),
        },
        {
          id: 'learning',
          label: t('frame.palette.go', { name: t('learning.title') }),
          icon: <GraduationCap size={15} aria-hidden />,
          run: then(() => navigate('learning')),
        },
        {
          id: 'undo',
          label: t('frame.palette.undo'),
          icon: <Undo2 size={15} aria-hidden />,
          hint: <Keys keys="Mod+z" />,
          run: then(() => void undoLast()),
        },
        {
          id: 'help',
          label: t('frame.palette.help'),
          icon: <Keyboard size={15} aria-hidden />,
          hint: <Keys keys="?" />,
          run: then(() => openHelp(true)),
        },
      ],
    },
    {
      id: 'views',
      options: views.map(({ id, name }) => ({
        id: `view-${id}`,
        label: t('frame.palette.view', { name }),
        icon: <ListFilter size={15} aria-hidden />,
        run: then(() => navigate('mentions', { view: id })),
      })),
    },
    {
      id: 'brands',
      options: [
        { id: 'brand-all', label: t('frame.palette.allBrands'), run: then(() => chooseBrands([])) },
        ...brands.map((brand) => ({
          id: `brand-${brand.id}`,
          label: t('frame.palette.brand', { name: brand.name }),
          icon: <BrandDot brand={brand} />,
          run: then(() => chooseBrands([brand.id])),
        })),
      ],
    },
  ];

  return (
    <Dialog
      open={open}
      onClose={() => openPalette(false)}
      fullWidth
      maxWidth="sm"
      slotProps={{ paper: { 'aria-label': t('frame.palette.title'), 'aria-labelledby': undefined } }}
      sx={{ '& .MuiDialog-container': { alignItems: 'flex-start', pt: '10vh' } }}
    >
      <PickList
        label={t('frame.palette.title')}
        placeholder={t('frame.palette.placeholder')}
        emptyText={t('frame.palette.none')}
        groups={groups}
        always={(text) =>
          text === ''
            ? []
            : [
                {
                  id: 'search',
                  label: t('frame.palette.search', { text }),
                  icon: searchIcon,
                  run: then(() => navigate('mentions', { text })),
                },
              ]
        }
      />
    </Dialog>
  );
}
