import { expect, it } from 'vitest';
import { testWorkspace } from '#tests/helpers/engine.ts';

it('a story reaches people once a day for each site: A twice on Monday, B once, A again on Tuesday', async () => {
  const workspace = testWorkspace();
  await workspace.brand('Miramar', 'miramar');
  await workspace.source('http://127.0.0.1:1/feed');
  const text = 'miramar opens its new terrace above the sea and everybody in town is invited to come';
  const told = (site: string, page: number, day: number): void => {
    workspace.store({
      title: 'Terrace',
      text,
      url: `https://${site}.example/news/${page}`,
      publishedAt: Date.UTC(2026, 10, day, 9, page),
    });
  };
  told('a', 1, 16);
  told('a', 2, 16);
  told('b', 3, 16);
  told('a', 4, 17);
  const sums = workspace.engine.workspace.read.get(
    'SELECT sum(negative + neutral + positive + undefined) AS n, sum(reach) AS reach FROM mention_day',
  );
  // 5,000 visitors a month ÷ 30 × 0.05 for a deep page: 8 people, counted three times for four mentions.
  expect(sums).toEqual({ n: 4, reach: 24 });
  expect(await workspace.ask('workspace.doctor', {})).toMatchObject({ ok: true });
  await workspace.close();
});
