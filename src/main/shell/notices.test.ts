import { describe, expect, it } from 'vitest';
import type { EventPayload } from '#shared/contract/events.ts';
import type { EngineEvent } from '#engine/protocol.ts';
import { createNotices, type Notice } from './notices.ts';

type Raised = EventPayload<'alert.raised'>;

const alert: Raised['alerts'][number] = {
  alertId: '0190f3a0-0000-7000-8000-000000000001',
  kind: 'influentialNegative',
  brandName: 'Hotel Miramar',
  headline: 'The pool was <b>closed</b>\nagain\u202e',
  site: 'paper.example',
  observed: 1,
  expected: null,
  found: [],
  itemId: 17,
};

/** A desktop that remembers what it was asked to show. */
function desktop(language: 'en' | 'ro') {
  const shown: { notice: Notice; click(): void }[] = [];
  const opened: EventPayload<'app.navigate'>[] = [];
  const onEvent = createNotices({
    notifier: { show: (notice, click) => shown.push({ notice, click }) },
    language: () => language,
    open: (link) => opened.push(link),
  });
  const raise = (payload: Partial<Raised>): void =>
    onEvent({ name: 'alert.raised', payload: { count: 1, digest: false, alerts: [alert], ...payload } });
  return { shown, opened, onEvent, raise };
}

describe('notifications', () => {
  it('one alert about one mention opens that mention', () => {
    const { shown, opened, raise } = desktop('en');
    raise({});
    expect(shown[0]?.notice).toEqual({
      title: 'Hotel Miramar',
      body: 'Negative mention on paper.example: The pool was <b>closed</b> again',
    });
    shown[0]?.click();
    expect(opened).toEqual([{ to: 'mentions', params: { itemId: '17' } }]);
  });

  it('a spike opens its alert, with numbers in the language of the app', () => {
    const { shown, opened, raise } = desktop('ro');
    raise({ alerts: [{ ...alert, kind: 'negativeSpike', observed: 14, expected: 0.62, itemId: null }] });
    expect(shown[0]?.notice.body).toBe('Mai multe mențiuni negative decât de obicei: 14, față de ≈0,6.');
    shown[0]?.click();
    expect(opened[0]).toEqual({ to: 'alerts', params: { alertId: alert.alertId } });
  });

  it('several are one notification that opens the list', () => {
    const { shown, opened, raise } = desktop('en');
    raise({ count: 23, digest: true, alerts: Array.from({ length: 20 }, () => alert) });
    expect(shown).toHaveLength(1);
    expect(shown[0]?.notice.title).toBe('23 alerts');
    expect(shown[0]?.notice.body.split('\n')).toHaveLength(5);
    expect(shown[0]?.notice.body).toContain('and 19 more');
    shown[0]?.click();
    expect(opened[0]?.to).toBe('alerts');
  });

  it('Romanian counts with „de” where it must', () => {
    const { shown, raise } = desktop('ro');
    raise({ count: 2, alerts: [alert, alert] });
    raise({ count: 23, alerts: [alert, alert] });
    expect(shown.map(({ notice }) => notice.title)).toEqual(['2 alerte', '23 de alerte']);
  });

  it('a rule that asks is told with its newest mention; other events are not told', () => {
    const { shown, opened, onEvent } = desktop('en');
    const payload = {
      ruleId: alert.alertId,
      name: 'Press',
      count: 3,
      itemId: 9,
      brandId: alert.alertId,
      title: 'A headline',
      excerpt: '',
    };
    const events: EngineEvent[] = [
      { name: 'rules.noticed', payload },
      { name: 'data.changed', payload: { topics: ['alerts'] } },
    ];
    for (const event of events) onEvent(event);
    expect(shown.map(({ notice }) => notice)).toEqual([{ title: 'Press: 3 mentions', body: 'A headline' }]);
    shown[0]?.click();
    expect(opened).toEqual([{ to: 'mentions', params: { itemId: '9' } }]);
  });
});
