import { Box, Typography } from '@mui/material';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SourceKind } from '#shared/contract/sources.ts';
import { ChoiceCard } from '#renderer/ui/ChoiceCard.tsx';
import { useNetworkText } from '#renderer/ui/useNetworkText.ts';

/** Forms of their own: an address with what it offers, an address that is built, and a reader's list. */
export const ways = ['address', 'preset', 'opml'] as const;
export type Way = (typeof ways)[number];

export interface WaysProps {
  kinds: readonly SourceKind[];
  onWay: (way: Way) => void;
  onKind: (connector: string) => void;
}

/** Everything that can be listened to, to choose from. What is found by its address is listed under that. */
export function Ways({ kinds, onWay, onKind }: WaysProps): ReactNode {
  const { t } = useTranslation();
  const texts = useNetworkText();
  return (
    <Box sx={{ display: 'grid', gap: 5 }}>
      <Group title={t('sources.ways.address')}>
        {ways.map((way) => (
          <li key={way}>
            <ChoiceCard
              title={t(`sources.way.${way}.title`)}
              text={t(`sources.way.${way}.text`)}
              onChoose={() => onWay(way)}
            />
          </li>
        ))}
      </Group>
      {(['network', 'search'] as const).map((group) => {
        const listed = kinds.filter((kind) => kind.group === group);
        if (listed.length === 0) return null;
        return (
          <Group key={group} title={t(`sources.ways.${group}`)}>
            {listed.map((kind) => (
              <li key={kind.connector}>
                <ChoiceCard
                  title={kind.name}
                  text={texts(kind).about}
                  onChoose={() => onKind(kind.connector)}
                />
              </li>
            ))}
          </Group>
        );
      })}
    </Box>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }): ReactNode {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <Typography id={id} variant="h3" component="h3" sx={{ mb: 2 }}>
        {title}
      </Typography>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 2 }}>
        {children}
      </Box>
    </section>
  );
}
