import type { Zoo } from '../zoo.ts';

export const title = 'Checkout';

/** The payment provider's own page: what is typed there is told to the shop by message only. */
export function mount(root: HTMLElement, zoo: Zoo): void {
  if (window.parent === window) mountShop(root, zoo);
  else mountProvider(root);
}

function mountShop(root: HTMLElement, zoo: Zoo): void {
  let invoice: unknown = null;
  addEventListener('message', ({ data, origin }) => {
    if (origin === providerUrl().origin) invoice = data;
  });
  const frame = document.createElement('iframe');
  frame.title = 'Payment details';
  frame.src = providerUrl().href;
  frame.style.cssText = 'width: 480px; height: 360px; border: 0';
  root.append(frame);
  zoo.state(() => ({ invoice }));
}

/** The same server under another name is another origin. */
function providerUrl(): URL {
  const url = new URL(location.href);
  url.hostname = url.hostname === 'localhost' ? '127.0.0.1' : 'localhost';
  return url;
}

function mountProvider(root: HTMLElement): void {
  root.innerHTML = `
    <form>
      <label>Name on invoice <input name="name" autocomplete="name"></label>
      <label>Postcode <input name="postcode" autocomplete="postal-code"></label>
      <label>Card number <input name="card" autocomplete="cc-number" inputmode="numeric"></label>
      <button type="button">Save invoice details</button>
    </form>`;
  const form = root.querySelector('form')!;
  form.querySelector('button')!.addEventListener('click', () => {
    const { name, postcode } = Object.fromEntries(new FormData(form));
    window.parent.postMessage({ name, postcode }, '*');
  });
}
