import { expect, it } from 'vitest';
import { noEngagement } from '#shared/model/item.ts';
import { sumSites } from '#engine/storage/site-totals.ts';
import { item, testWorkspace } from '#tests/helpers/engine.ts';

it('keeps what all sites reach in step with their rows: new items, newer counters, and what was rolled back', async () => {
  const workspace = testWorkspace();
  try {
    const { workspace: opened } = workspace.engine;
    await workspace.source('http://127.0.0.1:9/feed');
    const inStep = (): void => {
      expect(opened.siteTotals.get(opened.write)).toEqual(sumSites(opened.write));
    };
    inStep();
    const counted = (reactions: number, views: number) => ({ ...noEngagement, reactions, views });
    const first = item({ engagement: counted(3, 1000), url: 'https://one.example/1' });
    workspace.store(first, { engagement: counted(1, 200), url: 'https://two.example/1' });
    inStep();
    // In one batch: a new item of a site, then newer counters of an older one there, and one more new one.
    workspace.store(
      { engagement: counted(5, 70), url: 'https://one.example/2' },
      { ...first, engagement: counted(13, 4000) },
      { engagement: counted(2, 30), url: 'https://one.example/3' },
    );
    inStep();
    expect(sumSites(opened.write)).toEqual({ reach: 4300, interactions: 21 });

    const failing = { title: 'fails', engagement: counted(9, 900), url: 'https://two.example/2' };
    opened.write.exec(
      "CREATE TEMP TRIGGER refuse BEFORE INSERT ON item WHEN new.title = 'fails' BEGIN SELECT raise(ABORT, 'no'); END",
    );
    expect(() => workspace.store({ engagement: counted(4, 400) }, failing)).toThrow('no');
    inStep();
    expect(sumSites(opened.write)).toEqual({ reach: 4300, interactions: 21 });
  } finally {
    await workspace.close();
  }
});
