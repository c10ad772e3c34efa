import { contract } from '#shared/contract/index.ts';
import type { EngineEvent } from '#engine/protocol.ts';
import type { CallTarget } from './router.ts';

const CALM_MILLIS = 1_000;

export interface Presence {
  unread: number;
  paused: boolean;
}

/**
 * Follows how many mentions of the own brands nobody has looked at and whether collecting is paused, and
 * tells `show`; at most once a second, however much is collected.
 */
export class PresenceWatch {
  readonly #engine: CallTarget;
  readonly #show: (presence: Presence) => void;
  #timer: NodeJS.Timeout | undefined;

  constructor(engine: CallTarget, show: (presence: Presence) => void) {
    this.#engine = engine;
    this.#show = show;
  }

  onEvent(event: EngineEvent): void {
    if (event.name === 'data.changed') this.look();
  }

  /** Looks soon; further wishes until then are the same one. */
  look(): void {
    if (this.#timer !== undefined) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      void this.#read();
    }, CALM_MILLIS);
  }

  end(): void {
    clearTimeout(this.#timer);
  }

  async #read(): Promise<void> {
    const [brands, status] = await Promise.all([
      this.#engine.call('brands.list', { archived: false }, null),
      this.#engine.call('collect.status', {}, null),
    ]);
    if (!brands.ok || !status.ok) return;
    const known = contract['brands.list'].output.safeParse(brands.value);
    const collecting = contract['collect.status'].output.safeParse(status.value);
    if (!known.success || !collecting.success) return;
    const own = known.data.brands.filter((brand) => brand.role === 'own');
    this.#show({
      unread: own.reduce((sum, brand) => sum + brand.counts.new, 0),
      paused: collecting.data.paused,
    });
  }
}
