import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findUrlFault, isTouchable, originOf } from '../../lib/guard/url-policy';
import { judgeAction, judgeClick } from './judge-input';

// The same cases at every run; change the seed to look further.
fc.configureGlobal({ seed: 20261122 });

describe('URLs that are refused', () => {
  it.each<[string, string]>([
    ['javascript:alert(1)', 'guard.scheme-refused'],
    [' JAVASCRIPT:alert(1)', 'guard.scheme-refused'],
    ['java\nscript:alert(1)', 'guard.scheme-refused'],
    ['\u0001javascript:alert(1)', 'guard.scheme-refused'],
    ['data:text/html,<script>1</script>', 'guard.scheme-refused'],
    ['blob:https://shop.example/0a1b', 'guard.scheme-refused'],
    ['filesystem:https://shop.example/x', 'guard.scheme-refused'],
    ['file:///etc/passwd', 'guard.scheme-refused'],
    ['mailto:a@b.example', 'guard.scheme-refused'],
    ['intent://x#Intent;end', 'guard.scheme-refused'],
    ['ftp://shop.example/', 'guard.scheme-refused'],
    ['view-source:https://shop.example/', 'guard.browser-page'],
    ['chrome://settings/', 'guard.browser-page'],
    ['edge://settings', 'guard.browser-page'],
    ['about:config', 'guard.browser-page'],
    ['about:blank', 'guard.browser-page'],
    ['devtools://devtools/bundled/inspector.html', 'guard.browser-page'],
    ['chrome-extension://abcdefgh/sidepanel.html', 'guard.extension-page'],
    ['moz-extension://0-1/settings.html', 'guard.extension-page'],
    ['https://chromewebstore.google.com/detail/x', 'guard.web-store'],
    ['https://chromewebstore.google.com./detail/x', 'guard.web-store'],
    ['https://chrome.google.com/webstore/detail/x', 'guard.web-store'],
    ['https://CHROME.google.com/WebStore', 'guard.web-store'],
    ['https://addons.mozilla.org/en-US/firefox/', 'guard.web-store'],
    ['http://addons.mozilla.org:8080/', 'guard.web-store'],
    ['https://user:pass@shop.example/', 'guard.url-holds-login'],
    ['https://shop.example@evil.example/', 'guard.url-holds-login'],
    ['shop.example', 'guard.not-a-url'],
    ['/cart', 'guard.not-a-url'],
    ['', 'guard.not-a-url'],
    ['https://', 'guard.not-a-url'],
  ])('%j: %s', (url, reason) => {
    expect(findUrlFault(url)?.reason.key).toBe(reason);
    expect(isTouchable(url)).toBe(false);
    for (const action of ['navigate', 'open_tab']) {
      expect(judgeAction(action, { url })).toMatchObject({ decision: 'deny', reasons: [{ key: reason }] });
    }
    expect(judgeAction('click', { ref: 'e1' }, undefined, { pageUrl: url }).decision).toBe('deny');
    expect(judgeAction('read_page', {}, undefined, { pageUrl: url }).decision).toBe('deny');
  });

  it.each([
    'https://shop.example/',
    'http://127.0.0.1:8080/x',
    'https://chrome.google.com/other',
    'https://chrome.google.com/webstores',
    'https://www.mozilla.org/',
    'https://例え.jp/',
    'HTTPS://SHOP.EXAMPLE',
  ])('%s is an ordinary page', (url) => {
    expect(isTouchable(url)).toBe(true);
    expect(originOf(url)).toBe(new URL(url).origin);
  });
});

describe('links of a page', () => {
  it.each([
    'data:text/html,x',
    'file:///etc/passwd',
    'chrome://settings',
    'blob:https://shop.example/1',
    'https://addons.mozilla.org/',
  ])('to %s are not followed', (href) => {
    expect(judgeClick({ tag: 'a', role: 'link', name: 'More', href }).decision).toBe('deny');
  });

  it('that are a handle for a script of the page are buttons; those that hold script are asked about', () => {
    expect(judgeClick({ tag: 'a', role: 'link', name: 'More', href: 'javascript:void(0);' }).decision).toBe(
      'allow',
    );
    expect(judgeClick({ tag: 'a', role: 'link', name: 'More', href: 'javascript:go("x")' })).toMatchObject({
      decision: 'ask',
      reasons: [{ key: 'guard.script-link' }],
    });
  });
});

const SCHEMES = [
  'javascript:',
  'data:',
  'file:',
  'blob:',
  'about:',
  'chrome:',
  'view-source:',
  'ftp:',
  'ws:',
  'x:',
  'https:',
  'http:',
  '',
];
const NOISE = ['', ' ', '\t', '\n', '\u0000', '//', '\\', '@', '%0A', '\u200B'];

const anyUrl = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.webUrl(),
  fc
    .tuple(fc.constantFrom(...NOISE), fc.constantFrom(...SCHEMES), fc.constantFrom(...NOISE), fc.string())
    .map((parts) => parts.join('')),
);

it('no text whatever is allowed as an address unless the browser would open http or https for it', () => {
  fc.assert(
    fc.property(anyUrl, (url) => {
      const isWeb = /^https?:$/.test(URL.parse(url)?.protocol ?? '');
      const origin = originOf(url);
      const visits = { origins: origin === undefined ? [] : [origin] };
      for (const action of ['navigate', 'open_tab']) {
        const { decision } = judgeAction(action, { url }, undefined, visits);
        if (!isWeb) expect(decision).toBe('deny');
      }
      const clicked = judgeClick(
        { tag: 'a', role: 'link', href: url },
        { origins: [...visits.origins, 'https://shop.example'] },
      );
      if (URL.canParse(url) && !isWeb && !/^javascript:$/.test(new URL(url).protocol))
        expect(clicked.decision).toBe('deny');
      expect(judgeAction('scroll', {}, undefined, { pageUrl: url, ...visits }).decision).toBe(
        isTouchable(url) ? 'allow' : 'deny',
      );
    }),
    { numRuns: 500 },
  );
});
