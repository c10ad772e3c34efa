import { v7 as uuidv7 } from 'uuid';
import type { ChannelPost } from '#shared/contract/channels.ts';
import { EarshotError } from '#shared/model/result.ts';
import { sampleProfile } from '../../accounts/sampling.ts';
import type { Handlers } from '../../context.ts';
import { brandKeyOf } from '../../storage/mentions-write.ts';
import { dayName } from '../../storage/zone.ts';
import { spanOf } from '../compare/span.ts';
import { asRequest } from '../sources/failures.ts';
import { refuseInSample } from '../sources/handlers.ts';
import { connectorOf } from '../sources/insert.ts';
import { listChannels } from './list.ts';

const MOST_POSTS = 200;

export const channelHandlers = {
  'channels.list': ({ brandIds, ...input }, { read, view, ports }) => {
    const span = spanOf(input, view.zone.day(ports.clock.now()));
    return {
      fromDay: dayName(span.from),
      toDay: dayName(span.to),
      channels: listChannels({ read, zone: view.zone, span }, ports.connectors, brandIds),
    };
  },

  'channels.posts': ({ channelId, ...input }, { read, view, ports }) => {
    const { from, to } = spanOf(input, view.zone.day(ports.clock.now()));
    return {
      posts: read.all<ChannelPost>(
        `SELECT url, at, text, reactions, comments, shares, views FROM post_figure
         WHERE subject = ? AND at >= ? AND at < ? ORDER BY at DESC, ident LIMIT ${MOST_POSTS}`,
        [channelId, view.zone.start(from), view.zone.start(to + 1)],
      ),
    };
  },

  'channels.watch': async ({ brandId, connector: id, handle }, context) => {
    refuseInSample(context);
    brandKeyOf(context.read, brandId);
    const connector = connectorOf(context.ports.connectors, id);
    if (connector.profile === undefined) {
      throw new EarshotError('refused', `${connector.name} shows no public figures that Earshot may read.`);
    }
    const profileId = uuidv7();
    const sample = await asRequest(() =>
      sampleProfile(context, { id: profileId, connector: connector.id, handle }, context.signal),
    );
    const { changeId } = context.change((change) => {
      const same = change.write.get<{ id: string }>(
        'SELECT id FROM watched_profile WHERE brand_id = ? AND connector = ? AND handle = ?',
        [brandId, connector.id, sample.handle],
      );
      if (same) throw new EarshotError('conflict', `${sample.handle} is watched already.`);
      change.insert('watched_profile', {
        id: profileId,
        brand_id: brandId,
        connector: connector.id,
        handle: sample.handle,
        created_at: context.ports.clock.now(),
      });
      sample.store(change.write);
    });
    return { profileId, changeId };
  },

  'channels.unwatch': ({ profileId }, context) => ({
    changeId: context.change((change) => change.remove('watched_profile', profileId)).changeId,
  }),
} satisfies Handlers<'channels.list' | 'channels.posts' | 'channels.watch' | 'channels.unwatch'>;
