import { describe, expect, it } from 'vitest';
import type { SourceKind } from '#shared/contract/sources.ts';
import { changesOf, draftOf, newDraft } from './draft.ts';

const field = (key: string, input: 'text' | 'switch' = 'text') => ({
  key,
  input,
  label: key,
  help: '',
  placeholder: '',
  required: false,
  choices: [],
});
const kind = (account: SourceKind['account']): SourceKind => ({
  connector: 'press',
  name: 'Press',
  group: 'network',
  about: '',
  fields: [field('query'), field('comments', 'switch')],
  start: { query: '', comments: true },
  account,
  minIntervalMinutes: 5,
});
const account = (id: string, status: string) => ({ id, health: { status } });
const source = {
  settings: { query: 'miramar', hidden: 7 },
  account: { id: 'a', handle: '@a', status: 'ok' } as const,
  allowLocalNetwork: true,
};

describe('a new form', () => {
  it('begins with the defaults, and with an account that works where one is needed', () => {
    const accounts = [account('dead', 'reauth'), account('well', 'ok')];
    expect(newDraft(kind('must'), accounts)).toEqual({
      settings: { query: '', comments: true },
      accountId: 'well',
      allowLocalNetwork: false,
    });
    expect(newDraft(kind('must'), [account('dead', 'reauth')]).accountId).toBe('dead');
    expect(newDraft(kind('must'), []).accountId).toBeNull();
    expect(newDraft(kind('may'), accounts).accountId).toBeNull();
  });
});

describe('the form of a source', () => {
  it('shows what is stored, and the default of what is not', () => {
    expect(draftOf(kind('may'), source)).toEqual({
      settings: { query: 'miramar', comments: true },
      accountId: 'a',
      allowLocalNetwork: true,
    });
  });

  it('sends what was touched, and keeps settings that it does not show', () => {
    const before = draftOf(kind('may'), source);
    expect(changesOf(source, before, before)).toEqual({ allowLocalNetwork: true });
    const touched = { ...before, settings: { ...before.settings, query: 'seaview' }, accountId: null };
    expect(changesOf(source, before, touched)).toEqual({
      allowLocalNetwork: true,
      settings: { query: 'seaview', comments: true, hidden: 7 },
      accountId: null,
    });
  });

  it('gives up an account that was removed', () => {
    const orphan = { ...source, account: { ...source.account, status: 'removed' } as const };
    const before = draftOf(kind('may'), orphan);
    expect(before.accountId).toBeNull();
    expect(changesOf(orphan, before, before)).toMatchObject({ accountId: null });
  });
});
