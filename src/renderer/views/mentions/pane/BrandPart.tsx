import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Brand } from '#shared/contract/brands.ts';
import type { MentionDetail, MentionOf, MentionRow } from '#shared/contract/mentions.ts';
import { useBrands } from '#renderer/app/appState.ts';
import { useRequest } from '#renderer/client/index.ts';
import { BrandDot } from '#renderer/ui/BrandDot.tsx';
import { CorrectSentiment } from '#renderer/ui/CorrectSentiment.tsx';
import { Initials } from '#renderer/ui/Initials.tsx';
import { TeachRelevance } from '#renderer/ui/TeachRelevance.tsx';
import { WhySentiment } from '#renderer/ui/WhySentiment.tsx';
import { useFormat } from '#renderer/ui/format.tsx';
import { snoozeOf } from '../rows.ts';
import type { Triage } from '../useTriage.ts';

export interface BrandPartsProps {
  row: MentionRow;
  /** Null until the whole mention has come. */
  detail: MentionDetail | null;
  triage: Pick<Triage, 'correct'>;
}

/** How each brand comes off, and what is said of the mention there. With one brand its name is left out. */
export function BrandParts({ row, detail, triage }: BrandPartsProps): ReactNode {
  const brands = useBrands();
  const several = row.mentions.length > 1;
  return (
    <Box sx={{ display: 'grid', gap: 3, mt: 3 }}>
      {row.mentions.map((mention) => (
        <BrandPart
          key={mention.brandId}
          row={{ ...row, mentions: [mention] }}
          mention={mention}
          detail={detail}
          brand={several ? (brands.find(({ id }) => id === mention.brandId) ?? null) : null}
          triage={triage}
        />
      ))}
    </Box>
  );
}

interface BrandPartProps extends BrandPartsProps {
  mention: MentionOf;
  /** Null where it need not be named. */
  brand: Brand | null;
}

function BrandPart({ row, mention, detail, brand, triage }: BrandPartProps): ReactNode {
  const { brandId, shelf } = mention;
  // Asked first where it is in doubt; elsewhere it is the last thing a person wants to say.
  const teach = <TeachRelevance targets={[{ itemId: row.itemId, brandId }]} shelf={shelf} />;
  return (
    <Box
      component="section"
      {...(brand === null
        ? {}
        : {
            'aria-label': brand.name,
            sx: { display: 'grid', gap: 2, border: 1, borderColor: 'divider', borderRadius: '8px', p: 3 },
          })}
      {...(brand === null ? { sx: { display: 'grid', gap: 2 } } : {})}
    >
      <Box
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          columnGap: 3,
          rowGap: 1,
          alignItems: 'center',
          fontSize: 13,
        }}
      >
        {brand === null ? null : (
          <Box
            component="span"
            sx={{ display: 'inline-flex', gap: 2, alignItems: 'center', fontWeight: 600 }}
          >
            <BrandDot brand={brand} />
            {brand.name}
          </Box>
        )}
        <Standing mention={mention} />
      </Box>
      <Doubt mention={mention} />
      {shelf === 'main' || shelf === 'blocked' ? null : teach}
      <CorrectSentiment
        sentiment={mention.sentiment}
        corrected={mention.corrected}
        onCorrect={(sentiment) => void triage.correct([row], sentiment)}
      />
      {detail === null ? null : (
        <WhySentiment itemId={row.itemId} brandId={brandId} title={detail.title} text={detail.text} />
      )}
      {shelf === 'main' ? teach : null}
    </Box>
  );
}

/** State, who has it, and until when it is out of sight or since when it is back. */
function Standing({ mention }: { mention: MentionOf }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const people = useRequest('assignees.list', {}).data?.assignees ?? [];
  const person = people.find(({ id }) => id === mention.assigneeId);
  const snooze = snoozeOf({ mentions: [mention] }, Date.now());
  return (
    <>
      <Box component="span" sx={{ color: 'text.secondary' }}>
        {snooze === null
          ? t(`mentions.detail.state.${mention.state}`)
          : t(`mentions.detail.snoozed.${snooze.type}`, { when: format.slot(snooze.at) })}
      </Box>
      {person === undefined ? null : (
        <Box component="span" sx={{ display: 'inline-flex', gap: 1, alignItems: 'center' }}>
          <Initials name={person.name} />
          {t('mentions.detail.assignedTo', { name: person.name })}
        </Box>
      )}
    </>
  );
}

/** Why it lies aside, where it does. */
function Doubt({ mention }: { mention: MentionOf }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  if (mention.shelf === 'main') return null;
  return (
    <Box sx={{ fontSize: 13 }}>
      {t(`mentions.detail.shelf.${mention.shelf}`)}
      {mention.shelf !== 'maybe' || mention.relevance === null
        ? null
        : ` ${t('mentions.detail.relevance', { share: format.percent(mention.relevance) })}`}
    </Box>
  );
}
