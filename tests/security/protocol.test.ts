import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { isAbsolute, join, relative, sep } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CONTENT_SECURITY_POLICY, pathFor, serve } from '../../src/main/shell/protocol.ts';

let top = '';
let root = '';

beforeAll(() => {
  top = mkdtempSync(join(tmpdir(), 'earshot-protocol-'));
  root = join(top, 'renderer');
  mkdirSync(join(root, 'assets'), { recursive: true });
  writeFileSync(join(root, 'index.html'), '<!doctype html>');
  writeFileSync(join(root, 'assets', 'a b.js'), '1');
  writeFileSync(join(root, 'assets', 'notes.sqlite'), 'x');
  writeFileSync(join(top, 'secret.json'), '{}');
  mkdirSync(join(top, 'renderer-other'));
  writeFileSync(join(top, 'renderer-other', 'x.js'), '1');
  symlinkSync(join(top, 'secret.json'), join(root, 'link.json'));
});
afterAll(() => rmSync(top, { recursive: true, force: true }));

const get = (url: string, method = 'GET'): Promise<Response> => serve(root, { url, method });

describe('the app:// protocol', () => {
  it('serves the page and its files with type, policy and nosniff', async () => {
    for (const [url, type] of [
      ['app://earshot/', 'text/html'],
      ['app://earshot/?x=1#y', 'text/html'],
      ['app://earshot/assets/a%20b.js', 'text/javascript'],
    ] as const) {
      const response = await get(url);
      expect(response.status, url).toBe(200);
      expect(response.headers.get('content-type')).toContain(type);
      expect(response.headers.get('content-security-policy')).toBe(CONTENT_SECURITY_POLICY);
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  it.each([
    'app://earshot/../secret.json',
    'app://earshot/%2e%2e/secret.json',
    'app://earshot/..%2fsecret.json',
    'app://earshot/..%5csecret.json',
    'app://earshot/assets/../../secret.json',
    'app://earshot/../renderer-other/x.js',
    'app://earshot/link.json',
    'app://earshot//index.html',
    'app://earshot/index.html%00.js',
    'app://earshot/C:/x.js',
    'app://earshot/%E0%A4%A',
    'app://earshot/assets/notes.sqlite',
    'app://earshot/assets',
    'app://earshot/missing.js',
    'app://other/index.html',
    'app://earshot@other/index.html',
    'app://earshot:1/index.html',
    'file:///etc/hosts',
    'https://earshot/index.html',
  ])('answers 404 to %s', async (url) => {
    expect((await get(url)).status).toBe(404);
  });

  it('answers 404 to everything but reading', async () => {
    for (const method of ['POST', 'PUT', 'DELETE'])
      expect((await get('app://earshot/', method)).status).toBe(404);
  });

  it('never names a file outside its folder', () => {
    const part = fc.constantFrom(
      '..',
      '.',
      '%2e%2e',
      '%2f',
      '%5c',
      '/',
      '\\',
      'a',
      'b.js',
      '%00',
      ':',
      '//',
      '~',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(part, fc.string({ maxLength: 4 })), { maxLength: 12 }), (parts) => {
        const file = pathFor(root, `app://earshot/${parts.join('')}`);
        if (file === null) return;
        const way = relative(root, file);
        expect(isAbsolute(way) || way.split(sep).includes('..') || way === '').toBe(false);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('the content policy', () => {
  it('allows no inline script, no eval and no other host', () => {
    expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe|https?:|\*/);
    for (const directive of ['default-src', 'base-uri', 'form-action', 'frame-ancestors', 'style-src-attr'])
      expect(CONTENT_SECURITY_POLICY).toContain(`${directive} 'none'`);
    expect(CONTENT_SECURITY_POLICY).toContain("script-src 'self';");
  });
});
