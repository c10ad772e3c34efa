import { Box, ButtonBase, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Brand } from '#shared/contract/brands.ts';
import type { Output } from '#shared/contract/index.ts';
import { openCounted } from '#renderer/ui/counted.ts';
import { Formula } from '#renderer/ui/Formula.tsx';
import { RelativeTime } from '#renderer/ui/RelativeTime.tsx';
import { openProfile, type ProfileOf } from '#renderer/ui/profile.ts';
import { Section } from '#renderer/ui/Section.tsx';
import { useFormat } from '#renderer/ui/format.tsx';
import { SentimentBar } from './SentimentBar.tsx';
import { openStyle, tableStyle } from './tableStyle.ts';

type People = Output<'insights.people'>;
const columns = ['mentions', 'reach', 'influence', 'weight', 'sentiment', 'last'] as const;

interface Line extends Omit<People['sites'][number], 'site'> {
  id: string;
  name: string;
  /** Narrows Mentions to what it said. */
  params: Readonly<Record<string, string>>;
  of: ProfileOf;
}

/** The people and the sites that matter, the weightiest first. */
export function People({ brand, people }: { brand: Brand; people: People }): ReactNode {
  const authors = people.people.map(({ authorKey, ...rest }): Line => ({
    ...rest,
    id: `${authorKey}`,
    params: { authors: `${authorKey}` },
    of: { kind: 'author', authorKey },
  }));
  const sites = people.sites.map(({ site, ...rest }): Line => ({
    ...rest,
    id: site,
    name: site,
    params: { sites: site },
    of: { kind: 'site', host: site },
  }));
  return (
    <>
      <Lines kind="people" lines={authors} brand={brand} people={people} />
      <Lines kind="sites" lines={sites} brand={brand} people={people} />
    </>
  );
}

function Lines(props: {
  kind: 'people' | 'sites';
  lines: readonly Line[];
  brand: Brand;
  people: People;
}): ReactNode {
  const { kind, lines, brand, people } = props;
  const { t } = useTranslation();
  const title = t(`insights.${kind}.title`);
  return (
    <Section
      title={title}
      text={
        people.more ? t('insights.newest', { count: people.read }) : t('insights.all', { count: people.read })
      }
    >
      {lines.length === 0 ? (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t(`insights.${kind}.none`)}
        </Typography>
      ) : (
        <Box sx={{ overflowX: 'auto' }} tabIndex={0} role="group" aria-label={title}>
          <Box component="table" sx={tableStyle}>
            <thead>
              <tr>
                <th scope="col">{t(`insights.${kind}.name`)}</th>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {t(`insights.column.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <Row key={line.id} line={line} brand={brand} people={people} />
              ))}
            </tbody>
          </Box>
        </Box>
      )}
    </Section>
  );
}

function Row({ line, brand, people }: { line: Line; brand: Brand; people: People }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const one = new Intl.NumberFormat(format.locale, { maximumFractionDigits: 1 });
  const open = (): void => openCounted(brand.id, people.fromDay, people.toDay, line.params);
  return (
    <tr>
      <Box component="th" scope="row">
        <ButtonBase
          aria-haspopup="dialog"
          aria-label={t('insights.profile', { name: line.name })}
          onClick={() => openProfile(line.of)}
          sx={openStyle}
        >
          {line.name}
        </ButtonBase>
      </Box>
      <td>
        <ButtonBase
          onClick={open}
          aria-label={t('insights.mentionsOf', { name: line.name, count: line.mentions })}
          sx={openStyle}
        >
          {format.number(line.mentions)}
        </ButtonBase>
      </td>
      <td>≈{format.rough(line.reach)}</td>
      <td>{one.format(line.influence)}</td>
      <td>
        <Formula
          name="sourceWeight"
          about={t('insights.about', { name: line.name, value: one.format(line.weight) })}
          inputs={[
            { label: t('insights.column.influence'), value: one.format(line.influence) },
            { label: t('insights.column.mentions'), value: format.number(line.mentions) },
          ]}
          onItems={open}
        >
          {one.format(line.weight)}
        </Formula>
      </td>
      <td>
        <SentimentBar split={line} />
      </td>
      <td>
        <RelativeTime at={line.lastAt} />
      </td>
    </tr>
  );
}
