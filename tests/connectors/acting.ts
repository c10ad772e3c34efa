import { expect } from 'vitest';
import type { Subject } from './bench.ts';
import { asked, can, publishText, type Register } from './checks.ts';
import { newPost } from './post.ts';
import { failure, freshWord, needed, settled } from './session.ts';

export function acting(check: Register, subject: Subject): void {
  check(
    'like',
    ['like', 'publish', 'inbox'],
    'liking twice is liking once, and can be taken back',
    async (session) => {
      const { to } = await asked(session, subject);
      const context = await session.account();
      const likes = needed(session.bench.guest.likes, 'guest.likes');
      for (const on of [true, true]) await can(session, 'like')(context, { ident: to, on });
      expect(
        await settled(
          () => likes(to),
          (count) => count === 1,
          subject,
        ),
      ).toBe(1);
      for (const on of [false, false]) await can(session, 'like')(context, { ident: to, on });
      expect(
        await settled(
          () => likes(to),
          (count) => count === 0,
          subject,
        ),
      ).toBe(0);
    },
  );
  check(
    'hide',
    ['hide', 'publish', 'inbox'],
    'hiding twice is hiding once, and can be taken back',
    async (session) => {
      const { to } = await asked(session, subject);
      const context = await session.account();
      const isHidden = needed(session.bench.guest.isHidden, 'guest.isHidden');
      for (const on of [true, true]) await can(session, 'hide')(context, { ident: to, on });
      expect(
        await settled(
          () => isHidden(to),
          (hidden) => hidden,
          subject,
        ),
      ).toBe(true);
      for (const on of [false, false]) await can(session, 'hide')(context, { ident: to, on });
      expect(
        await settled(
          () => isHidden(to),
          (hidden) => !hidden,
          subject,
        ),
      ).toBe(false);
    },
  );
  check(
    'remove',
    ['remove', 'publish'],
    'what is deleted is gone, and deleting it again is no error',
    async (session) => {
      const word = freshWord();
      const { ident } = await publishText(session, `Deleted ${word}`);
      const find = needed(session.bench.guest.find, 'guest.find');
      await settled(
        () => find(word),
        (posts) => posts.length === 1,
        subject,
      );
      const context = await session.account();
      await can(session, 'remove')(context, { ident });
      await can(session, 'remove')(context, { ident });
      expect(
        await settled(
          () => find(word),
          (posts) => posts.length === 0,
          subject,
        ),
      ).toEqual([]);
    },
  );
  check('edit', ['edit', 'publish'], 'an edited post says the new text', async (session) => {
    const [before, after] = [freshWord(), freshWord()];
    const { ident } = await publishText(session, `Old ${before}`);
    await can(session, 'edit')(await session.account(), {
      ident,
      post: newPost(session.bench, `New ${after}`),
    });
    const find = needed(session.bench.guest.find, 'guest.find');
    const posts = await settled(
      () => find(after),
      (found) => found.length === 1,
      subject,
    );
    expect(posts).toHaveLength(1);
    expect(await find(before)).toEqual([]);
  });
  check(
    'metrics',
    ['metrics', 'publish'],
    'own figures are numbers, and count a new post',
    async (session) => {
      const sent = await publishText(session, `Counted ${freshWord()}`);
      const read = async () => can(session, 'metrics')(await session.account());
      const figures = await settled(
        read,
        ({ recent }) => recent.some(({ ident }) => ident === sent.ident),
        subject,
      );
      expect(figures.recent.map(({ ident }) => ident)).toContain(sent.ident);
      for (const count of [figures.followers, figures.following, figures.posts])
        expect(count === null || (Number.isSafeInteger(count) && count >= 0)).toBe(true);
    },
  );
  check('profile', ['profile'], 'public figures of a profile are read without a sign-in', async (session) => {
    const handle = needed(session.bench.profile, 'profile');
    const read = await can(session, 'profile')({ ...session.network(), through: null }, handle);
    expect(read.ident).not.toBe('');
    expect(read.followers === null || read.followers >= 0).toBe(true);
  });
}

export function account(check: Register): void {
  check(
    'account.check',
    ['account'],
    'a sign-in holds, and keeps no secret in its settings',
    async (session) => {
      const facts = await session.signIn();
      const checked = await can(session, 'account').check(await session.account());
      expect(checked).toMatchObject({ ident: facts.ident, handle: facts.handle });
      const kept = JSON.stringify(facts.settings);
      for (const secret of Object.values(facts.secrets)) expect(kept).not.toContain(secret);
    },
  );
  check('account.wrong', ['account'], 'a wrong sign-in is refused with a reason', async (session) => {
    const error = await failure(session.signIn(needed(session.bench.wrong, 'wrong sign-in')));
    expect(['refused', 'invalid']).toContain(error.kind);
    expect(error.message).not.toBe('');
  });
  check(
    'private-address',
    ['account'],
    'this machine is not asked unless that is allowed',
    async (session) => {
      const error = await failure(session.signIn(undefined, { allowLocalNetwork: false }));
      expect(error).toMatchObject({ kind: 'refused', code: 'private-address', effect: 'no' });
    },
  );
  check('hosts', [], 'nobody but the declared hosts was asked', (session) => {
    expect(session.http.hosts.size).toBeGreaterThan(0);
    expect([...session.http.hosts].filter((host) => !session.bench.hosts.includes(host))).toEqual([]);
    return Promise.resolve();
  });
  check('account.revoked', ['account'], 'a revoked sign-in asks to sign in again', async (session) => {
    const context = await session.account();
    await needed(session.bench.revoke, 'revoke')();
    const error = await failure(can(session, 'account').check(context));
    expect(error).toMatchObject({ kind: 'reauth', effect: 'no' });
  });
}
