import { useTranslation } from 'react-i18next';
import type { Channel } from '#shared/contract/channels.ts';
import type { FormulaInput, FormulaName } from '#renderer/ui/Formula.tsx';
import { useFormat } from '#renderer/ui/format.tsx';

export interface ChannelCell {
  name: FormulaName;
  shown: string;
  /** Below the number, small: how it changed, or since when it is known; '' for nothing. */
  below: string;
  inputs: FormulaInput[];
}

/** The numbers of a channel as a person reads them, each with what went into it. */
export function useChannelCells(channel: Channel): ChannelCell[] {
  const { t } = useTranslation();
  const format = useFormat();
  const one = new Intl.NumberFormat(format.locale, { maximumFractionDigits: 1 });
  const fine = new Intl.NumberFormat(format.locale, { style: 'percent', maximumFractionDigits: 2 });
  const { followers, change, slope, posts, postsSince, perWeek, rate, shows } = channel;

  const none = t('compare.none');
  const count = (value: number | null): string => (value === null ? none : format.number(value));
  const rough = (value: number | null): string =>
    value === null ? none : one.format(value).replace('-', '−');
  /** A dash where these days are not known; in words where the network has never told. */
  const shown = (value: string, isShown: boolean): string =>
    value !== none || isShown ? value : t('compare.channels.notShown');
  const estimate = (value: string, isEstimate: boolean): string =>
    value === none || !isEstimate ? value : `≈${value}`;
  const day = (at: number): string => format.day(format.dayAt(at));
  const since = (at: number): string => t('compare.channels.since', { day: day(at) });

  const grown = change === null ? '' : format.signed(change.value);
  const atEnd = { label: t('compare.channels.input.end'), value: count(followers) };
  const postCount = { label: t('compare.channels.input.posts'), value: count(posts) };
  const interactions = {
    label: t('compare.channels.input.interactions'),
    value: count(channel.interactions),
  };
  return [
    {
      name: 'followers',
      shown: shown(count(followers), shows.followers),
      below: change === null || change.whole ? grown : `${grown} ${since(change.since)}`,
      inputs: [
        atEnd,
        ...(change === null
          ? []
          : [
              {
                label: t('compare.channels.input.before', { day: day(change.since) }),
                value: count(change.before),
              },
              { label: t('compare.channels.input.change'), value: grown },
            ]),
        { label: t('compare.channels.input.slope'), value: rough(slope) },
      ],
    },
    {
      name: 'channelPosts',
      shown: shown(postsSince === null ? count(posts) : `≥${count(posts)}`, shows.posts),
      below: postsSince === null ? '' : since(postsSince),
      inputs:
        postsSince === null
          ? [postCount]
          : [postCount, { label: t('compare.channels.input.known'), value: day(postsSince) }],
    },
    {
      name: 'cadence',
      shown: shown(estimate(rough(perWeek), postsSince !== null), shows.posts),
      below: '',
      inputs: [postCount, { label: t('compare.channels.input.days'), value: rough(channel.seenDays) }],
    },
    {
      name: 'perPost',
      shown: shown(rough(channel.perPost), shows.posts),
      below: '',
      inputs: [interactions, { label: t('compare.channels.input.measured'), value: count(channel.measured) }],
    },
    {
      name: 'followerRate',
      shown: shown(
        estimate(rate === null ? none : fine.format(rate), channel.rateEstimated),
        shows.posts && shows.followers,
      ),
      below: '',
      inputs: [
        interactions,
        { label: t('compare.channels.input.rateDays'), value: count(channel.rateDays) },
        atEnd,
      ],
    },
  ];
}
