import { Box, Button, Menu, MenuItem, Tab, Tabs } from '@mui/material';
import { ChevronDown, Plus } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRequest } from '#renderer/client/index.ts';
import { useFormat } from '#renderer/ui/format.tsx';
import { ViewMenu } from './ViewMenu.tsx';
import { NameDialog } from './NameDialog.tsx';
import { dayAt, toRequest, type Filters } from './filter.ts';
import { builtIn, builtInTabs, filtersOfTab, moreTabs, type BuiltInTab } from './tabs.ts';
import { useViews } from './useViews.ts';

export interface ViewTabsProps {
  tab: string;
  filters: Filters;
  /** Whether the filters are no longer those of the tab. */
  changed: boolean;
  brandIds: readonly string[];
  onChoose: (tab: string) => void;
  /** A view of the present filters was saved. */
  onCreated: (viewId: string) => void;
}

const shown = builtInTabs.filter((tab) => !moreTabs.includes(tab));
/** Beside these a number says how much waits there; "All" has its own in the title. */
const counted: readonly BuiltInTab[] = ['negative', 'maybe', 'starred', 'snoozed'];

/** The lists one goes back to: the ready ones, and the person's own views. */
export function ViewTabs(props: ViewTabsProps): ReactNode {
  const { tab, changed, onChoose } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const { views, create, ...actions } = useViews(props);
  const counts = useCounts(props.brandIds);
  const [naming, setNaming] = useState(false);
  const [more, setMore] = useState<HTMLElement | null>(null);

  const own = views.find(({ id }) => id === tab);
  const hidden = moreTabs.find((one) => one === tab);
  const withCount = (name: string, count: number, over: boolean): string =>
    count === 0
      ? name
      : t('mentions.tabs.counted', { name, count: `${format.number(count)}${over ? '+' : ''}` });

  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, minWidth: 0 }}>
      <Tabs
        value={own === undefined && (builtIn(tab) === null || hidden !== undefined) ? false : tab}
        onChange={(_event, value: string) => onChoose(value)}
        variant="scrollable"
        scrollButtons="auto"
        aria-label={t('mentions.tabs.label')}
        // The strip cuts what stands out of it: the ring of the focus stays inside.
        sx={{ minWidth: 0, '& .MuiTab-root:focus-visible': { outlineOffset: '-2px' } }}
      >
        {shown.map((one) => {
          const { count = 0, more: over = false } = counts[one] ?? {};
          return <Tab key={one} value={one} label={withCount(t(`mentions.tabs.${one}`), count, over)} />;
        })}
        {views.map(({ id, name, count, more: over }) => (
          <Tab key={id} value={id} label={withCount(name, count, over)} />
        ))}
      </Tabs>
      <Button
        variant="text"
        aria-haspopup="menu"
        aria-expanded={more !== null}
        endIcon={<ChevronDown size={12} aria-hidden />}
        onClick={(event) => setMore(event.currentTarget)}
        sx={{ flex: 'none', ...(hidden === undefined ? {} : { color: 'primary.main', fontWeight: 600 }) }}
      >
        {t(hidden === undefined ? 'mentions.tabs.more' : `mentions.tabs.${hidden}`)}
      </Button>
      <Menu open={more !== null} anchorEl={more} onClose={() => setMore(null)}>
        {moreTabs.map((one) => (
          <MenuItem
            key={one}
            selected={one === tab}
            onClick={() => {
              setMore(null);
              onChoose(one);
            }}
          >
            {t(`mentions.tabs.${one}`)}
          </MenuItem>
        ))}
      </Menu>
      {own === undefined ? null : (
        <ViewMenu
          view={own}
          last={views.length - 1}
          changed={changed}
          actions={actions}
          onRemoved={() => onChoose('all')}
        />
      )}
      <Button
        variant="text"
        startIcon={<Plus size={13} aria-hidden />}
        onClick={() => setNaming(true)}
        sx={{ flex: 'none' }}
      >
        {t('mentions.views.add')}
      </Button>
      {naming ? (
        <NameDialog
          title={t('mentions.views.addTitle')}
          text={t('mentions.views.addText')}
          label={t('mentions.views.name')}
          confirm={t('mentions.views.save')}
          first=""
          onClose={() => setNaming(false)}
          onConfirm={async (name) => {
            const id = await create(name);
            if (id === null) return;
            setNaming(false);
            props.onCreated(id);
          }}
        />
      ) : null}
    </Box>
  );
}

/** How many mentions the ready tabs hold, for the brands the frame is narrowed to. */
function useCounts(
  brandIds: readonly string[],
): Partial<Record<BuiltInTab, { count: number; more: boolean }>> {
  const { zone } = useFormat();
  const today = dayAt(Date.now(), zone);
  const filterOf = (tab: BuiltInTab): ReturnType<typeof toRequest> =>
    toRequest(filtersOfTab(tab, [], zone), brandIds, zone, today);
  const keepPrevious = { keepPrevious: true };
  const answers = [
    useRequest('mentions.count', { filter: filterOf('negative') }, keepPrevious).data,
    useRequest('mentions.count', { filter: filterOf('maybe') }, keepPrevious).data,
    useRequest('mentions.count', { filter: filterOf('starred') }, keepPrevious).data,
    useRequest('mentions.count', { filter: filterOf('snoozed') }, keepPrevious).data,
  ];
  return Object.fromEntries(
    counted.flatMap((tab, at) => {
      const answer = answers[at];
      return answer === undefined ? [] : [[tab, answer]];
    }),
  );
}
