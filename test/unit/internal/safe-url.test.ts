import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { safeLinkUrl, safeMediaUrl } from '../../../src/internal/safe-url.js';

const BASE = 'https://app.example/dash/';
const UUID = '0b1d2c3e-1111-4222-8333-444455556666';

const SCRIPTS = [
  'javascript:alert(1)',
  'JavaScript:alert(1)',
  'JAVASCRIPT:alert(1)',
  ' javascript:alert(1)',
  '\tjavascript:alert(1)',
  '\njavascript:alert(1)',
  '\u0000javascript:alert(1)',
  '\u0001javascript:alert(1)',
  '\u001fjavascript:alert(1)',
  'java\tscript:alert(1)',
  'java\nscript:alert(1)',
  'java\r\nscript:alert(1)',
  'javascript\t:alert(1)',
  'j\na\nv\na\ns\nc\nr\ni\np\nt:alert(1)',
  'javascript://%0aalert(1)',
  'javascript:/*https://x*/alert(1)',
  'javascript:https://app.example/',
  'vbscript:msgbox(1)',
  'data:text/html,<script>alert(1)</script>',
  'data:text/html;base64,PHNjcmlwdD4=',
  'data:application/xhtml+xml,<x/>',
  'data:image/svg+xml,<svg onload="alert(1)"/>',
  'data:image/svg+xml;base64,PHN2Zz4=',
  'DATA:IMAGE/SVG+XML,<svg/>',
  'data:,alert(1)',
  'data:image/png,text/html;x',
  'data:image/pngx;base64,AA',
  'data:image/png;charset=x;base64,AA',
  'view-source:javascript:alert(1)',
  'filesystem:https://app.example/temporary/x',
  'filesystem:javascript:alert(1)',
  'file:///etc/passwd',
  'about:blank',
  'feed:javascript:alert(1)',
  'jar:https://app.example!/x',
  'blob:https://evil.example/' + UUID,
  'blob:null/' + UUID,
  'blob:javascript:alert(1)',
  'blob:' + UUID,
  'ws://app.example/',
  'ftp://app.example/x.png',
  'mailto:x@y',
  'chrome://settings',
  'moz-extension://x/y',
  'https://user:pass@app.example/x.png',
  'https://user@app.example/x.png',
  'http://evil.example/x.png',
  'http://localhost.evil.example/x.png',
  'http://127.0.0.1.evil.example/x.png',
  'http://app.example/x.png',
  'https://',
  '',
  'http://[::1',
];

describe('safeMediaUrl', () => {
  for (const url of SCRIPTS.filter((one) => one !== 'data:image/png,text/html;x')) {
    it(`refuses ${JSON.stringify(url.slice(0, 60))}`, () => {
      expect(safeMediaUrl(url, BASE)).to.equal(undefined);
    });
  }

  it('allows what a medium may have', () => {
    const allowed = [
      'https://cdn.example/a.png',
      'https://app.example:8443/a.png?x=1#t=2',
      'http://localhost:5173/a.png',
      'http://demo.localhost/a.png',
      'http://127.0.0.1:8080/a.png',
      'http://[::1]:8080/a.png',
      `blob:https://app.example/${UUID}`,
      'data:image/png;base64,AAAA',
      'data:image/webp;base64,AAAA',
    ];
    expect(allowed.map((url) => safeMediaUrl(url, BASE))).to.deep.equal(allowed);
  });

  it('resolves against the document', () => {
    expect(safeMediaUrl('a b.png', BASE)).to.equal('https://app.example/dash/a%20b.png');
    expect(safeMediaUrl('//cdn.example/a.png', BASE)).to.equal('https://cdn.example/a.png');
    expect(safeMediaUrl('/a.png', 'http://intra.example/x')).to.equal('http://intra.example/a.png');
  });

  it('allows blobs of an opaque origin only there', () => {
    expect(safeMediaUrl(`blob:null/${UUID}`, 'file:///home/x.html')).to.equal(`blob:null/${UUID}`);
    expect(safeMediaUrl('blob:null/javascript:alert(1)', 'file:///home/x.html')).to.equal(undefined);
    expect(safeMediaUrl('blob:javascript:alert(1)', 'file:///home/x.html')).to.equal(undefined);
  });

  it('refuses data of more than 64 kB', () => {
    const head = 'data:image/png;base64,';
    expect(safeMediaUrl(head + 'A'.repeat(64 * 1024 - head.length), BASE)).to.be.a('string');
    expect(safeMediaUrl(head + 'A'.repeat(64 * 1024 - head.length + 1), BASE)).to.equal(undefined);
  });

  it('refuses what is no text, and any text against a base that is none', () => {
    for (const value of [undefined, null, 1, {}, ['https://x.example'], Symbol('x'), new URL(BASE)]) {
      expect(safeMediaUrl(value, BASE)).to.equal(undefined);
    }
    expect(safeMediaUrl('a.png', 'nonsense')).to.equal(undefined);
  });

  it('never lets a URL through that the browser would run or fetch elsewhere', () => {
    const scheme = fc.constantFrom(
      'javascript',
      'vbscript',
      'data',
      'blob',
      'file',
      'https',
      'http',
      'jAvAsCrIpT',
      'x',
    );
    const noise = fc.string({
      maxLength: 3,
      unit: fc.constantFrom('\t', '\n', '\r', ' ', '\0', '/', '\\', ':', '@', '%'),
    });
    const url = fc
      .tuple(noise, scheme, noise, fc.string({ maxLength: 12 }))
      .map(([before, name, after, rest]) => `${before}${name}${after}:${rest}`);
    fc.assert(
      fc.property(url, (candidate) => {
        const safe = safeMediaUrl(candidate, BASE);
        if (safe === undefined) return true;
        const { protocol, username, password } = new URL(safe);
        return /^(https?|data|blob):$/.test(protocol) && username === '' && password === '';
      }),
      { numRuns: 1000 },
    );
  });

  it('gives what it gave when asked again', () => {
    const start = fc.constantFrom(
      'https://a.example',
      'HTTPS://Ä.example:443',
      '//b.example',
      '',
      '/x',
      'data:image/png,',
    );
    const webUrl = fc.tuple(start, fc.string({ maxLength: 20 })).map(([head, rest]) => `${head}/${rest}`);
    fc.assert(
      fc.property(webUrl, (url) => {
        const once = safeMediaUrl(url, BASE);
        return once === undefined || safeMediaUrl(once, BASE) === once;
      }),
    );
  });
});

describe('safeLinkUrl', () => {
  it('allows the web and nothing else', () => {
    expect(safeLinkUrl('https://a.example/x', BASE)).to.equal('https://a.example/x');
    expect(safeLinkUrl('http://a.example/x', BASE)).to.equal('http://a.example/x');
    const passed = SCRIPTS.filter((url) => safeLinkUrl(url, BASE) !== undefined);
    expect(passed.filter((url) => !url.startsWith('http://'))).to.deep.equal([]);
  });
});
