import { z } from 'zod';
import type { SecretSlot } from '../connectors/kit/index.ts';
import type { Vault } from '../ports.ts';
import type { WriteHandle } from '../storage/handles.ts';

const Kept = z.record(z.string(), z.string());
type Kept = z.infer<typeof Kept>;

/**
 * The tokens and passwords of accounts. They reach the database sealed, or, where nothing can seal them, stay in this
 * process until it ends. Nothing here is ever logged, listed or part of the history.
 */
export class Secrets {
  readonly #write: WriteHandle;
  readonly #vault: Vault;
  readonly #session = new Map<string, Kept>();
  /** Writes of one account follow each other: two refreshed tokens must not overtake one another. */
  readonly #turn = new Map<string, Promise<void>>();
  /** One slot an account, so that all who use it see a renewed token at once. */
  readonly #slots = new Map<string, SecretSlot>();
  /** How often secrets were replaced or forgotten. */
  #changes = 0;

  constructor(write: WriteHandle, vault: Vault) {
    this.#write = write;
    this.#vault = vault;
  }

  /**
   * Null where none are kept, or where they can no longer be opened (another machine, another login).
   * @throws EarshotError `refused` when the key file is damaged
   */
  async #load(accountId: string): Promise<Kept | null> {
    await this.#turn.get(accountId);
    const inSession = this.#session.get(accountId);
    if (inSession !== undefined) return inSession;
    const row = this.#write.get<{ sealed: string }>(
      'SELECT sealed FROM account_secret WHERE account_id = ?',
      [accountId],
    );
    if (!row) return null;
    const plain = await this.#vault.unseal(row.sealed);
    return plain === null ? null : Kept.parse(JSON.parse(plain));
  }

  /** Replaces all secrets of an account, as after a new sign-in. @throws EarshotError `refused` when the key file is damaged */
  async replace(accountId: string, values: Kept): Promise<void> {
    this.#slots.delete(accountId);
    this.#changes += 1;
    await this.#inTurn(accountId, async () => {
      // Where the new ones cannot be sealed, the old ones must not come back after the session.
      if (!(await this.#store(accountId, values))) this.#drop(accountId);
    });
  }

  /** Seals what so far only lived in this session; for when a key file was just made. */
  async sealSession(): Promise<void> {
    for (const accountId of Array.from(this.#session.keys())) {
      await this.#inTurn(accountId, async () => {
        const values = this.#session.get(accountId);
        if (values !== undefined) await this.#store(accountId, values);
      });
    }
  }

  /** Forgets an account's secrets, after whatever is being written of it. */
  async forget(accountId: string): Promise<void> {
    this.#slots.delete(accountId);
    this.#changes += 1;
    await this.#inTurn(accountId, () => {
      this.#session.delete(accountId);
      this.#drop(accountId);
      return Promise.resolve();
    });
  }

  #drop(accountId: string): void {
    this.#write.run('DELETE FROM account_secret WHERE account_id = ?', [accountId]);
  }

  /**
   * What a connector sees of it; reads come from memory, writes are kept before they resolve. Null = none are kept.
   * @throws EarshotError `refused` when the key file is damaged
   */
  async slot(accountId: string): Promise<SecretSlot | null> {
    const known = this.#slots.get(accountId);
    if (known !== undefined) return known;
    const since = this.#changes;
    const loaded = await this.#load(accountId);
    // Signed in anew, or removed, while it was read: what was read may be the old one.
    if (this.#changes !== since) return this.slot(accountId);
    if (loaded === null) return null;
    const made = this.#slots.get(accountId) ?? this.#slotOf(accountId, loaded);
    this.#slots.set(accountId, made);
    return made;
  }

  #slotOf(accountId: string, loaded: Kept): SecretSlot {
    let values = loaded;
    const slot: SecretSlot = {
      get: (name) => values[name],
      put: async (changed) => {
        const full = Object.entries(changed).filter(([, value]) => value !== '');
        values = { ...values, ...Object.fromEntries(full) };
        await this.#inTurn(accountId, async () => {
          // A call that outlives a new sign-in, or the account, must not bring its old secrets back.
          if (this.#slots.get(accountId) === slot) await this.#store(accountId, values);
        });
      },
    };
    return slot;
  }

  /** @returns whether they could be sealed; else they last for the session */
  async #store(accountId: string, values: Kept): Promise<boolean> {
    const sealed = await this.#vault.seal(JSON.stringify(values));
    if (sealed === null) {
      this.#session.set(accountId, values);
      return false;
    }
    this.#session.delete(accountId);
    this.#write.run(
      'INSERT INTO account_secret(account_id, sealed) VALUES(?, ?) ON CONFLICT(account_id) DO UPDATE SET sealed = excluded.sealed',
      [accountId, sealed],
    );
    return true;
  }

  #inTurn(accountId: string, work: () => Promise<void>): Promise<void> {
    const mine = (this.#turn.get(accountId) ?? Promise.resolve()).then(work);
    const settled = mine.catch(() => undefined);
    this.#turn.set(accountId, settled);
    void settled.then(() => {
      if (this.#turn.get(accountId) === settled) this.#turn.delete(accountId);
    });
    return mine;
  }
}
