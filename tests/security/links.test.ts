import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { externalAddress } from '../../src/main/shell/links.ts';

describe('opening addresses outside', () => {
  it.each([
    ['https://example.com', 'https://example.com/'],
    ['http://example.com/a?b=c#d', 'http://example.com/a?b=c#d'],
    ['HTTPS://EXAMPLE.com/Ä', 'https://example.com/%C3%84'],
    ['mailto:owner@hotel.example?subject=Hi', 'mailto:owner@hotel.example?subject=Hi'],
    ['https://bücher.example/', 'https://xn--bcher-kva.example/'],
  ])('allows %s', (text, address) => {
    expect(externalAddress(text)).toBe(address);
  });

  it.each([
    '',
    ' https://example.com',
    'https://exa mple.com',
    'java\nscript:alert(1)',
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,<script>1</script>',
    'file:///etc/passwd',
    'file://server/share',
    '\\\\server\\share',
    '//example.com',
    'example.com',
    'smb://server/share',
    'ms-msdt:/id',
    'vbscript:x',
    'app://earshot/',
    'blob:https://example.com/1',
    'https://user:secret@example.com/',
    'https://user@example.com/',
    'https://',
    'https:///',
    'mailto:',
    'mailto:nobody',
    'mailto:a@b@c',
    'mailto:/etc/passwd',
    'https://example.com/\u202egnp.exe',
    'https://example.com/\u0000',
    `https://example.com/${'a'.repeat(4000)}`,
    `https://example.com/${'ä'.repeat(1500)}`,
  ])('refuses %j', (text) => {
    expect(externalAddress(text)).toBeNull();
  });

  it('gives only https, http and mailto, without credentials, whatever comes in', () => {
    const scheme = fc.constantFrom('https:', 'http:', 'mailto:', 'javascript:', 'file:', 'HtTpS:', '', 'x:');
    const rest = fc.oneof(
      fc.webUrl().map((url) => url.slice(url.indexOf(':') + 1)),
      fc.string(),
      fc.emailAddress(),
    );
    fc.assert(
      fc.property(scheme, rest, (head, tail) => {
        const address = externalAddress(head + tail);
        if (address === null) return;
        const url = new URL(address);
        expect(['https:', 'http:', 'mailto:']).toContain(url.protocol);
        expect(url.username + url.password).toBe('');
        expect(address.length).toBeLessThanOrEqual(4000);
        expect(externalAddress(address)).toBe(address);
      }),
      { numRuns: 3000 },
    );
  });
});
