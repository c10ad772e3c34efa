import type { EventPayload } from '#shared/contract/events.ts';
import type { EngineEvent } from '#engine/protocol.ts';
import { alertTexts } from './strings/alerts.ts';
import type { ShellLanguage } from './strings/index.ts';

export interface Notice {
  title: string;
  body: string;
}

/** The desktop's notifications, or a fake in tests. */
export interface Notifier {
  /** Shows a notice; where the desktop has none, nothing happens. `onClick` is called when a person chooses it. */
  show(notice: Notice, onClick: () => void): void;
}

type Link = EventPayload<'app.navigate'>;
type Raised = EventPayload<'alert.raised'>;

const MOST_LETTERS = 220;
const LISTED = 4;

/** Collected text as one line of plain text. */
function plain(text: string): string {
  const line = text.replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  return line.length > MOST_LETTERS ? `${line.slice(0, MOST_LETTERS)}…` : line;
}

/** What the desktop says about alerts, and where a click leads: to the very mention where there is one. */
function alertNotice(raised: Raised, language: ShellLanguage): { notice: Notice; link: Link } | null {
  const texts = alertTexts[language];
  const [first] = raised.alerts;
  if (first === undefined) return null;
  if (raised.count === 1) {
    const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
    const expected = first.expected ?? 0;
    const body = texts.one[first.kind]({
      observed: number.format(first.observed),
      expected: `≈${number.format(expected)}`,
      site: first.site,
      headline: first.headline,
      word: first.found[0]?.replaceAll('*', '') ?? '',
    });
    const link: Link =
      first.itemId === null
        ? { to: 'alerts', params: { alertId: first.alertId } }
        : { to: 'mentions', params: { itemId: String(first.itemId) } };
    return { notice: { title: plain(first.brandName), body: plain(body) }, link };
  }
  const lines = raised.alerts
    .slice(0, LISTED)
    .map(({ brandName, kind }) => plain(`${brandName}: ${texts.short[kind]}`));
  const rest = raised.count - lines.length;
  return {
    notice: {
      title: texts.many(raised.count),
      body: [...lines, ...(rest > 0 ? [texts.more(rest)] : [])].join('\n'),
    },
    link: { to: 'alerts', params: {} },
  };
}

/** What the desktop says when a rule asks for it. */
function ruleNotice(
  noticed: EventPayload<'rules.noticed'>,
  language: ShellLanguage,
): { notice: Notice; link: Link } {
  const about = noticed.title === '' ? noticed.excerpt : noticed.title;
  return {
    notice: {
      title: plain(`${noticed.name}: ${alertTexts[language].rule(noticed.count)}`),
      body: plain(about),
    },
    link: { to: 'mentions', params: { itemId: String(noticed.itemId) } },
  };
}

/** Turns events of the engine into notifications whose click opens the window at the right place. */
export function createNotices(options: {
  notifier: Notifier;
  language(): ShellLanguage;
  open(link: Link): void;
}): (event: EngineEvent) => void {
  return (event) => {
    const language = options.language();
    const made =
      event.name === 'alert.raised'
        ? alertNotice(event.payload, language)
        : event.name === 'rules.noticed'
          ? ruleNotice(event.payload, language)
          : null;
    if (made !== null) options.notifier.show(made.notice, () => options.open(made.link));
  };
}
