import type { Page } from '@playwright/test';
import type { Browser } from './support/extension';
import { NO_ANSWER, type Pages, startPages } from './support/pages';
import { workOn } from './support/read-tab';
import { expect, test } from './support/test';

async function openSite(extension: Browser, site: Pages): Promise<Page> {
  const tab = await extension.context.newPage();
  await tab.goto(site.url);
  return tab;
}

/** The lines from the one that begins with `start` to the next one that is not deeper; without refs' numbers of frames. */
function partOf(text: string, start: string): string {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => line.trimStart().startsWith(start));
  const depth = (line: string) => line.length - line.trimStart().length;
  const rest = lines.slice(first + 1);
  const end = rest.findIndex((line) => depth(line) <= depth(lines[first] ?? ''));
  return [lines[first], ...rest.slice(0, end)]
    .map((line) => line?.trim().replace(/^f\d+e/, 'fNe'))
    .join('\n');
}

test('frames of every kind stand in their line: sandboxed, srcdoc, blank, data, in shadow trees, four deep', async ({
  extension,
}) => {
  const other = await startPages({ '/': '<button>Other site</button>' });
  const site = await startPages({
    '/': `<h1>Outside</h1>
      <iframe title="sandboxed abroad" sandbox="allow-scripts" src="${other.url}/"></iframe>
      <iframe title="sandboxed here" sandbox src="/in"></iframe>
      <iframe title="sandboxed words" sandbox srcdoc="<button>In a sandbox</button>"></iframe>
      <iframe title="words" srcdoc="<button>In words</button>"></iframe>
      <iframe title="blank"></iframe>
      <iframe title="data" src="data:text/html,<button>In data</button>"></iframe>
      <iframe title="hidden" src="/in" hidden></iframe>
      <iframe title="flat" src="/in" style="width:0;height:0;border:0"></iframe>
      <iframe title="first" src="/first"></iframe>
      <div id="open"></div><div id="closed"></div>
      <script>
        document.querySelector('[title=blank]').contentDocument.body.innerHTML = '<button>Written</button>';
        open_ = document.getElementById('open').attachShadow({ mode: 'open' });
        open_.innerHTML = '<iframe title="in an open root" src="/in"></iframe>';
        document.getElementById('closed').attachShadow({ mode: 'closed' }).innerHTML =
          '<iframe title="in a closed root" src="/first"></iframe><iframe title="abroad in a closed root" src="${other.url}/"></iframe>';
      </script>`,
    '/in': '<button>Inside</button>',
    '/first': '<p>One</p><iframe title="second" src="/second" height="90"></iframe>',
    '/second': `<p>Two</p><iframe title="third" src="${other.url}/" height="60"></iframe>`,
  });
  const [text = ''] = await workOn(extension, await openSite(extension, site));

  expect(partOf(text, 'frame "sandboxed abroad"')).toBe(
    'frame "sandboxed abroad" sandboxed\nfNe1 button "Other site"',
  );
  expect(partOf(text, 'frame "sandboxed here"')).toBe(
    'frame "sandboxed here" sandboxed\nfNe1 button "Inside"',
  );
  expect(partOf(text, 'frame "sandboxed words"')).toBe(
    'frame "sandboxed words" sandboxed\nfNe1 button "In a sandbox"',
  );
  expect(partOf(text, 'frame "words"')).toBe('frame "words" about:blank\nfNe1 button "In words"');
  expect(partOf(text, 'frame "blank"')).toBe('frame "blank" about:blank\nfNe1 button "Written"');
  expect(partOf(text, 'frame "data"')).toBe('frame "data" about:blank\nfNe1 button "In data"');
  expect(text).not.toContain('"hidden"');
  expect(text).not.toContain('"flat"');
  const nested = [
    'text "One"',
    `frame "second" ${site.url}`,
    'text "Two"',
    `frame "third" ${other.url}`,
    'fNe1 button "Other site"',
  ];
  expect(partOf(text, 'frame "first"').split('\n')).toEqual([`frame "first" ${site.url}`, ...nested]);
  expect(partOf(text, 'frame "in an open root"')).toBe(
    `frame "in an open root" ${site.url}\nfNe1 button "Inside"`,
  );
  expect(partOf(text, 'frame "in a closed root"').split('\n')).toEqual([
    `frame "in a closed root" ${site.url}`,
    ...nested,
  ]);
  expect(partOf(text, 'frame "abroad in a closed root"')).toBe(
    `frame "abroad in a closed root" ${other.url}\nfNe1 button "Other site"`,
  );
  const refs = [...text.matchAll(/f\d+e\d+(?= button)/g)].map(([ref]) => ref);
  expect(refs).toHaveLength(10);
  expect(new Set(refs).size).toBe(10);
  await Promise.all([other.close(), site.close()]);
});

test('a frame that hangs and one that never comes are said and not waited for; the others are read', async ({
  extension,
}) => {
  const hanging = await startPages({
    '/': '<p>Soon busy</p><script>onmessage = () => { for (;;); };</script>',
    '/never': NO_ANSWER,
  });
  const abroad = hanging.url.replace('127.0.0.1', 'localhost');
  const site = await startPages({
    '/': `<h1>Outside</h1><iframe title="busy" src="${abroad}/"></iframe><iframe title="well" src="/in"></iframe>
      <iframe id="late" title="late"></iframe><script>
        onload = () => { frames[0].postMessage('', '*'); late.src = '${abroad}/never'; document.title = 'set'; };
      </script>`,
    '/in': '<button>Inside</button>',
  });
  const tab = await openSite(extension, site);
  await expect(tab).toHaveTitle('set');
  const asked: number[] = [];
  const shown = await workOn(extension, tab, [
    (view) => {
      asked.push(Date.now());
      return [{ name: 'click', args: { ref: view.ref('button', 'Inside') } }];
    },
    () => {
      asked.push(Date.now());
      return [{ name: 'finish', args: { success: true, answer: 'Read.' } }];
    },
  ]);
  const [text = ''] = shown;
  expect(partOf(text, 'frame "busy"')).toBe(
    `frame "busy" ${abroad}\n# did not answer in time; what it shows is not known`,
  );
  expect(partOf(text, 'frame "well"')).toBe(`frame "well" ${site.url}\nfNe1 button "Inside"`);
  expect(text).toContain('frame "late"');
  expect((asked[1] ?? Infinity) - (asked[0] ?? 0)).toBeLessThan(20_000);
  await Promise.all([hanging.close(), site.close()]);
});

test('a frame that shows another document is told anew, its old refs lead nowhere, and the others keep theirs', async ({
  extension,
}) => {
  const site = await startPages({
    '/': `<h1>Outside</h1>${'<p>Words that stay as they are.</p>'.repeat(12)}
      <iframe title="moves" src="/one"></iframe><iframe title="stays" src="/stay"></iframe>`,
    '/one': '<a href="/two">Go on</a><button>Old</button>',
    '/two': '<button>New</button>',
    '/stay':
      '<button onclick="out.textContent = ++this.count" >Count</button><output id="out"></output><script>document.querySelector("button").count = 0</script>',
  });
  const tab = await openSite(extension, site);
  const stays: string[] = [];
  const count = { name: 'click', args: {} as Record<string, string> };
  let old = '';
  let isRefused = false;
  const shown = await workOn(extension, tab, [
    (view) => {
      stays.push(view.ref('button', 'Count'));
      old = view.ref('button', 'Old');
      return [{ name: 'click', args: { ref: view.ref('link', 'Go on') } }];
    },
    () => [{ ...count, args: { ref: stays[0] ?? '' } }],
    () => [{ name: 'click', args: { ref: old } }],
    (view) => {
      isRefused = view.shows(`This page has no ${old.replace(/^f\d+/, '')}`);
      return [{ name: 'click', args: { ref: view.ref('button', 'New') } }];
    },
  ]);
  expect(shown[1]).toContain('+ frame "moves"');
  expect(shown[1]).toMatch(/\+ {3}f\d+e\d+ button "New"/);
  expect(shown[1]).not.toContain('Words that stay');
  await expect(tab.frameLocator('[title=stays]').getByRole('status')).toHaveText('1');
  expect(isRefused).toBe(true);
  await site.close();
});
