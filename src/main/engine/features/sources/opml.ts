import { EarshotError } from '#shared/model/result.ts';
import type { Output } from '#shared/contract/index.ts';
import type { CommandContext } from '../../context.ts';
import { parseOpml, writeOpml } from '../../connectors/feed/index.ts';
import type { ReadHandle } from '../../storage/handles.ts';
import { activeSources } from '../../storage/sources.ts';
import { insertSource } from './insert.ts';

/**
 * Adds the feeds of an OPML file as one step of the history.
 * @throws EarshotError `invalid` when it is no OPML or has no feeds: nothing is added then
 */
export function importOpml(
  context: CommandContext,
  input: { opml: string; allowLocalNetwork: boolean },
): Output<'sources.importOpml'> {
  const parsed = parseOpml(input.opml);
  if (!parsed) {
    throw new EarshotError(
      'invalid',
      'This is not an OPML file. Export your feeds as OPML from your reader and try that file.',
    );
  }
  if (parsed.feeds.length === 0) {
    throw new EarshotError('invalid', 'This OPML file has no feeds in it. Nothing was added.', {
      details: { refused: parsed.refused.slice(0, 20) },
    });
  }
  let added = 0;
  let known = 0;
  const refused = parsed.refused.map((address) => ({ address, reason: 'This is not a web address.' }));
  const { changeId } = context.change((change) => {
    for (const { url, title } of parsed.feeds) {
      const name = title.trim().slice(0, 200) || null;
      const settings = { url };
      try {
        insertSource(
          change,
          context.ports.connectors,
          { connector: 'feed', name, settings, allowLocalNetwork: input.allowLocalNetwork },
          context.ports.clock.now(),
        );
        added += 1;
      } catch (error) {
        if (!(error instanceof EarshotError)) throw error;
        if (error.code === 'conflict') known += 1;
        else refused.push({ address: url, reason: error.message });
      }
    }
  });
  return { added, known, refused, changeId };
}

export function exportOpml(read: ReadHandle, now: number): string {
  const feeds = activeSources(read, null).flatMap(({ connector, name, settings }) =>
    connector === 'feed' && typeof settings['url'] === 'string'
      ? [{ title: name, url: settings['url'], folders: [] }]
      : [],
  );
  return writeOpml(feeds, now);
}
