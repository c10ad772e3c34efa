import { EarshotError } from '#shared/model/result.ts';
import type { CommandContext, Handlers, QueryContext } from '../../context.ts';
import { discoverFeeds, feedPresets } from '../../connectors/feed/index.ts';
import { ConnectorError } from '../../connectors/kit/index.ts';
import { activeSources, findSource, listAttempts, listSources, makeDue } from '../../storage/sources.ts';
import { isSample } from '../../storage/workspace-values.ts';
import { asRequest, toEarshotError } from './failures.ts';
import {
  checkAccount,
  checkSettings,
  collecting,
  connectorOf,
  insertSource,
  type Networks,
} from './insert.ts';
import { sourceKinds } from './kinds.ts';
import { exportOpml, importOpml } from './opml.ts';
import { proposalFromPreset, proposeFor } from './proposals.ts';
import { trySource } from './try.ts';

/** @throws EarshotError `refused` in the sample workspace, which never holds anything real */
export function refuseInSample(context: QueryContext | CommandContext): void {
  if (isSample(context.read)) {
    throw new EarshotError(
      'refused',
      'This is the sample hotel, which never collects anything real. Start your own workspace to add sources.',
      { details: { code: 'sample-made-up' } },
    );
  }
}

const now = (context: { ports: CommandContext['ports'] }): number => context.ports.clock.now();

const detailWith =
  (connectors: Networks) =>
  (id: string, settings: Record<string, unknown>): string => {
    try {
      return connectors.get(id)?.describe(settings).detail ?? '';
    } catch (error) {
      if (error instanceof ConnectorError) return '';
      throw error;
    }
  };

export const sourceHandlers = {
  'sources.list': ({ archived }, context) => ({
    sources: listSources(context.read, archived, now(context), detailWith(context.ports.connectors)),
  }),

  'sources.kinds': (_input, { ports }) => ({ kinds: sourceKinds(ports.connectors) }),

  'sources.describe': ({ connector, settings }, { ports }) => {
    const { name, detail } = checkSettings(collecting(connectorOf(ports.connectors, connector)), settings);
    return { name, detail };
  },

  'sources.try': async (input, context) => {
    refuseInSample(context);
    return trySource(context, input);
  },

  'sources.create': (input, context) => {
    refuseInSample(context);
    let sourceId = '';
    const { changeId } = context.change((change) => {
      sourceId = insertSource(change, context.ports.connectors, input, now(context));
    });
    context.collector.look();
    return { sourceId, changeId: changeId ?? sourceId };
  },

  'sources.update': (input, context) => {
    const { changeId } = context.change((change) => {
      const source = findSource(change.write, input.sourceId);
      const connector = connectorOf(context.ports.connectors, source.connector);
      const settings =
        input.settings === undefined ? {} : { settings: checkSettings(connector, input.settings).json };
      if (input.accountId !== undefined) checkAccount(change.write, connector, input.accountId);
      const changed = change.update('source', source.id, {
        ...settings,
        ...(input.accountId === undefined ? {} : { account_id: input.accountId }),
        ...(input.name === undefined ? {} : { name: input.name }),
        ...(input.intervalMinutes === undefined
          ? {}
          : { interval_minutes: Math.max(input.intervalMinutes, connector.limits.minIntervalMinutes) }),
        ...(input.paused === undefined ? {} : { paused: input.paused ? 1 : 0 }),
        ...(input.allowLocalNetwork === undefined
          ? {}
          : { allow_local_network: input.allowLocalNetwork ? 1 : 0 }),
      });
      if (changed && input.paused !== true) makeDue(change.write, source.key, now(context));
    });
    context.collector.look();
    return { changeId };
  },

  'sources.archive': ({ sourceId, archived }, context) => {
    const { changeId } = context.change((change) => {
      change.update('source', sourceId, { archived_at: archived ? now(context) : null });
    });
    context.collector.look();
    return { changeId };
  },

  'sources.history': ({ sourceId, limit }, { read }) => {
    findSource(read, sourceId);
    return { attempts: listAttempts(read, sourceId, limit) };
  },

  'sources.presets': () => ({
    presets: feedPresets.map(({ id, name, about, fields }) => ({ id, name, about, fields: [...fields] })),
  }),

  'sources.buildPreset': async ({ presetId, values }) => ({
    proposal: await asRequest(() => proposalFromPreset(presetId, values)),
  }),

  'sources.discover': async ({ address, allowLocalNetwork }, context) => {
    refuseInSample(context);
    const { ports, signal } = context;
    try {
      const feeds = await discoverFeeds(address, {
        http: ports.http,
        signal,
        now: () => ports.clock.now(),
        allowLocalNetwork,
      });
      return {
        needsLocalPermission: false,
        proposals: feeds.map(({ url, title, kind, newestAt, entries }) => ({
          connector: 'feed',
          name: title || detailWith(ports.connectors)('feed', { url }),
          settings: { url, kind },
          presetId: null,
          about: url,
          newestAt,
          entries,
        })),
      };
    } catch (error) {
      if (error instanceof ConnectorError && error.code === 'private-address' && !allowLocalNetwork) {
        return { proposals: [], needsLocalPermission: true };
      }
      throw toEarshotError(error);
    }
  },

  'sources.propose': async ({ brandName, language }) => asRequest(() => proposeFor(brandName, language)),

  'sources.importOpml': (input, context) => {
    refuseInSample(context);
    const result = importOpml(context, input);
    context.collector.look();
    return result;
  },

  'sources.exportOpml': (_input, context) => ({ opml: exportOpml(context.read, now(context)) }),

  'collect.run': ({ sourceIds, all }, context) => {
    refuseInSample(context);
    if (sourceIds !== null) for (const id of sourceIds) findSource(context.read, id);
    const wanted = sourceIds ?? activeSources(context.read, all ? null : now(context)).map(({ id }) => id);
    return { jobId: context.collector.run(wanted) };
  },

  'collect.status': (_input, { collector }) => collector.status(),

  'collect.pause': ({ paused }, { collector }) => {
    collector.setPaused(paused);
    return {};
  },
} satisfies Handlers<
  | 'sources.list'
  | 'sources.kinds'
  | 'sources.describe'
  | 'sources.try'
  | 'sources.create'
  | 'sources.update'
  | 'sources.archive'
  | 'sources.history'
  | 'sources.presets'
  | 'sources.buildPreset'
  | 'sources.discover'
  | 'sources.propose'
  | 'sources.importOpml'
  | 'sources.exportOpml'
  | 'collect.run'
  | 'collect.status'
  | 'collect.pause'
>;
