import { makeDocument, makeWords, repeat, seedNumbers } from './seeded.ts';

export function makeModal(): string {
  return makeDocument(
    'Sign in',
    'dialog { width: 300px }',
    `<h1>News</h1>${repeat(30, (index) => `<p><a href="/n/${index}">Story ${index}</a></p>`)}
     <dialog aria-label="Sign in"><label>Name <input></label><label>Password <input type="password"></label>
     <button>Sign in</button><button>Close</button></dialog><script>document.querySelector('dialog').showModal()</script>`,
  );
}

/** A modal as pages made it before there was a dialog element: one layer over everything. */
export function makeOverlay(): string {
  return makeDocument(
    'Cookies',
    `.layer { position: fixed; inset: 0; background: rgba(0, 0, 0, .6); z-index: 9 } .box { background: #fff; width: 400px; margin: 100px auto; padding: 20px }`,
    `<h1>News</h1>${repeat(30, (index) => `<p><a href="/n/${index}">Story ${index}</a></p>`)}
     <div class="layer"><div class="box" role="dialog" aria-modal="true" aria-label="Cookies">
     <p>We use them.</p><button>Accept</button><button>Refuse</button><a href="/why">Why?</a></div></div>`,
  );
}

const FRAME_BODY = (name: string): string =>
  `<p>${name} frame</p><button>${name} button</button><label>${name} field <input></label>`;

export const INNER_FRAME = makeDocument(
  'Inner',
  '',
  `${FRAME_BODY('Same')}<iframe title="Nested" srcdoc="${FRAME_BODY('Nested').replaceAll('"', '&quot;')}"></iframe>`,
);

/** `elsewhere`: an origin that is not the page's. */
export function makeFrames(elsewhere: string): string {
  return makeDocument(
    'Frames',
    'iframe { width: 480px; height: 220px }',
    `<h1>Frames</h1><button>Top button</button><iframe title="Same" src="inner.html"></iframe>
     <iframe title="Written" srcdoc="${FRAME_BODY('Written').replaceAll('"', '&quot;')}"></iframe>
     <iframe title="Sandboxed" sandbox="allow-scripts" srcdoc="${FRAME_BODY('Sandboxed').replaceAll('"', '&quot;')}"></iframe>
     <iframe title="Elsewhere" src="${elsewhere}/generated/inner.html"></iframe>
     <iframe title="Hidden" style="display: none" src="inner.html"></iframe>`,
  );
}

/** Open trees, nested and with slots; and a closed one, which the page bundle alone cannot enter. */
export function makeShadow(): string {
  return makeDocument(
    'Components',
    '',
    `<h1>Components</h1><x-card id="one"><button>Slotted button</button><a slot="foot" href="/more">More</a></x-card>
     <x-card id="two"><label>Slotted field <input></label></x-card><x-shut></x-shut>
     <script>
       customElements.define('x-field', class extends HTMLElement {
         connectedCallback() { this.attachShadow({ mode: 'open' }).innerHTML = '<label>Inner field <input></label><button>Clear</button>'; }
       });
       customElements.define('x-card', class extends HTMLElement {
         connectedCallback() {
           this.attachShadow({ mode: 'open' }).innerHTML =
             '<style>:host { display: block; border: 1px solid }</style><h2>Card</h2><slot></slot><x-field></x-field><footer><slot name="foot"></slot></footer>';
         }
       });
       customElements.define('x-shut', class extends HTMLElement {
         connectedCallback() { this.attachShadow({ mode: 'closed' }).innerHTML = '<button>Closed button</button>'; }
       });
     </script>`,
  );
}

/** 12,007 elements: seven, and 2,000 rows of five cells. */
export function makePlainTable(): string {
  const next = seedNumbers(19);
  const row = (index: number): string =>
    `<tr><td>${index}</td><td>${makeWords(next, 1)}</td><td>${makeWords(next, 2)}</td><td>${next(9999)}</td><td>${makeWords(next, 1)}</td></tr>`;
  return `<!doctype html><html><head><title>Table</title></head><body><h1>Table</h1><table><tbody>${repeat(2_000, row)}</tbody></table></body></html>`;
}

/** Sections of cards with links, buttons and fields: about `elements` of them. */
export function makeMixed(elements: number): string {
  const next = seedNumbers(23);
  const card = (
    index: number,
  ): string => `<article><h3><a href="/a/${index}">${makeWords(next, 3)}</a></h3><p>${makeWords(next, 9)} <em>${makeWords(next, 1)}</em></p>
    <div><span>${next(900)}</span><button>Open ${index}</button><label><input type="checkbox"> keep</label></div></article>`;
  const perCard = 9;
  const perSection = 40;
  const sections = Math.max(1, Math.round(elements / (perCard * perSection + 2)));
  return makeDocument(
    `About ${elements} elements`,
    'article { border-bottom: 1px solid #eee }',
    `<main>${repeat(sections, (index) => `<section><h2>Section ${index}</h2>${repeat(Math.min(perSection, Math.round(elements / perCard)), (at) => card(index * perSection + at))}</section>`)}</main>`,
  );
}
