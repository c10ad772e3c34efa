import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { slotMillis } from '#shared/model/slot.ts';
import { OutboxDesk } from '#tests/helpers/outbox-desk.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let desk: OutboxDesk;

beforeEach(async () => {
  desk = await OutboxDesk.open();
});
afterEach(() => desk.close());

const texts = (): string[] => desk.network.posts.map(({ text }) => text);
const later = (ms: number): number => desk.workspace.clock.now() + ms;
/** Milliseconds between one sending and the next. */
const gaps = (): number[] =>
  desk.network.sendingSince.slice(1).map((at, index) => at - (desk.network.sendingSince[index] ?? 0));

describe('a post whose time passes while the machine sleeps', () => {
  it('goes out at waking when it is late by less than its owner allows, and is asked about when by more', async () => {
    const old = desk.queue('old', { dueAt: later(10 * MINUTE) });
    const recent = desk.queue('recent', { dueAt: later(80 * MINUTE) });
    await desk.sleep(2 * HOUR);
    expect([desk.state(old), desk.state(recent)]).toEqual(['missed', 'sent']);
    expect(texts()).toEqual(['recent']);
  });

  it('follows the limit that its owner sets', async () => {
    await desk.workspace.ask('outbox.settings', { lateMinutes: 1440 });
    const generous = desk.queue('generous', { dueAt: later(10 * MINUTE) });
    await desk.sleep(20 * HOUR);
    expect(desk.state(generous)).toBe('sent');
    await desk.workspace.ask('outbox.settings', { lateMinutes: 5 });
    const strict = desk.queue('strict', { dueAt: later(10 * MINUTE) });
    await desk.sleep(16 * MINUTE);
    expect(desk.state(strict)).toBe('missed');
  });

  it('the same when Earshot was closed instead', async () => {
    const old = desk.queue('old', { dueAt: later(10 * MINUTE) });
    const recent = desk.queue('recent', { dueAt: later(80 * MINUTE) });
    await desk.restart(2 * HOUR);
    await desk.workspace.engine.outbox.settle();
    expect([desk.state(old), desk.state(recent)]).toEqual(['missed', 'sent']);
  });

  it('never comes in a burst, however many there are', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 58 }), { minLength: 2, maxLength: 8 }),
        fc.integer({ min: 3, max: 59 }),
        async (minutes, overslept) => {
          const one = await OutboxDesk.open();
          const now = one.workspace.clock.now();
          const ids = minutes.map((minute) =>
            one.queue(`at ${minute}`, { dueAt: now + HOUR + minute * MINUTE }),
          );
          await one.sleep(2 * HOUR + overslept * MINUTE);
          const woke = one.workspace.clock.now();
          for (let passed = 0; passed < 12; passed += 1) await one.pass(MINUTE, 10_000);
          for (const [index, id] of ids.entries()) {
            const late = woke - (now + HOUR + (minutes[index] ?? 0) * MINUTE);
            // Those that had to wait for others may have become too late meanwhile.
            if (late > HOUR) expect(one.state(id)).toBe('missed');
            else expect(['sent', 'missed']).toContain(one.state(id));
          }
          const times = one.network.sendingSince;
          for (const [index, at] of times.entries()) {
            if (index > 0) expect(at - (times[index - 1] ?? 0)).toBeGreaterThanOrEqual(MINUTE);
          }
          await one.close();
        },
      ),
      { numRuns: 12 },
    );
  }, 60_000);

  it('is not dragged along by one that took hours: it is asked about, too', async () => {
    let open = (): void => undefined;
    desk.network.gate = new Promise((resolve) => (open = resolve));
    const slow = desk.queue('slow');
    const next = desk.queue('next', { dueAt: later(MINUTE) });
    // The lid closes in the middle of sending.
    desk.workspace.clock.move(3 * HOUR);
    open();
    await desk.workspace.engine.outbox.settle();
    expect([desk.state(slow), desk.state(next)]).toEqual(['sent', 'missed']);
    expect(texts()).toEqual(['slow']);
  });

  it('is not sent late because it had to be looked for: it is asked about', async () => {
    desk.network.fates.push('lost');
    desk.network.looksFail = 10;
    const id = desk.queue('x');
    await desk.pass(8 * HOUR, MINUTE);
    expect([desk.state(id), texts()]).toEqual(['missed', []]);
  });
});

describe('the clock of the machine', () => {
  it('set back after it was wrong keeps late posts waiting for their minute only', async () => {
    desk.queue('first', { dueAt: later(-10 * MINUTE) });
    await desk.pass(0);
    // It had been a day ahead; what is due by the right clock does not wait for tomorrow.
    desk.workspace.clock.move(-24 * HOUR);
    const second = desk.queue('second', { dueAt: later(-10 * MINUTE) });
    await desk.pass(MINUTE, 10_000);
    expect(desk.state(second)).toBe('sent');
  });

  it('changes for summer and winter: what was planned for nine goes out at nine, each once', async () => {
    const zone = 'Europe/Bucharest';
    const days = ['2027-03-27', '2027-03-28', '2027-03-29'];
    const planned = days.map((day) => slotMillis({ local: `${day}T09:00`, zone }));
    expect(planned.map((at, index) => at - (planned[index - 1] ?? at))).toEqual([0, 23 * HOUR, 24 * HOUR]);
    const { clock } = desk.workspace;
    clock.move(Date.UTC(2027, 2, 27, 0) - clock.now());
    for (const [index, dueAt] of planned.entries()) desk.queue(days[index] ?? '', { dueAt });
    await desk.pass(60 * HOUR, 15 * MINUTE);
    expect(texts()).toEqual(days);
    expect(desk.network.sendingSince).toEqual(planned);
    expect(gaps()).toEqual([23 * HOUR, 24 * HOUR]);
  });
});
