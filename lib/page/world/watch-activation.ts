import type { Instead, NativeCalls } from './native-calls';
import type { PageWorld } from './page-world';
import type { Activation } from './world-message';

/** Notes what the page tried and may not do without a click or key of the user's own. */
export function watchActivation(world: PageWorld, calls: NativeCalls): void {
  const { window } = world;
  const { then } = window.Promise.prototype;
  const { apply } = window.Reflect;
  /** The browser refuses these without the user, sooner or later. */
  const watch = (owner: object | undefined, name: string, what: Activation): void =>
    calls.watch(owner, name, (call) => {
      if (world.isWithoutUser()) world.tell({ note: 'activation', what });
      return call();
    });
  /** The clipboard may be open to the page all the same. */
  const watchClipboard = (name: string): void =>
    calls.watch(window.Clipboard?.prototype, name, (call) => {
      const answer = call();
      const tell = (): void => world.tell({ note: 'activation', what: 'clipboard' });
      if (world.isWithoutUser() && answer instanceof window.Promise)
        void apply(then, answer, [undefined, tell]);
      return answer;
    });

  watchFileFields(world, calls);
  watch(window.Element.prototype, 'requestFullscreen', 'full-screen');
  for (const name of ['read', 'readText', 'write', 'writeText']) watchClipboard(name);
  watch(window.Navigator.prototype, 'share', 'share');
  watch(window.PaymentRequest?.prototype, 'show', 'pay');
  watchPasskeys(world, calls);
}

/** A button that opens the browser's choice of files clicks a field for it, which often is in no document. */
function watchFileFields(world: PageWorld, calls: NativeCalls): void {
  const { HTMLInputElement: PageInput, HTMLElement: PageElement } = world.window;
  const look: Instead = (call, _args, receiver) => {
    if (world.isWithoutUser() && receiver instanceof PageInput && receiver.type === 'file') {
      world.tell({ note: 'activation', what: 'choose-file' });
      world.showFileField(receiver);
    }
    return call();
  };
  calls.watch(PageElement.prototype, 'click', look);
  calls.watch(PageInput.prototype, 'showPicker', look);
}

function watchPasskeys(world: PageWorld, calls: NativeCalls): void {
  const owner = world.window.CredentialsContainer?.prototype;
  for (const name of ['get', 'create']) {
    calls.watch(owner, name, (call, [options]) => {
      const asks = typeof options === 'object' && options !== null && 'publicKey' in options;
      // A field that offers passkeys in its list of suggestions asks nobody.
      const isQuiet = asks && 'mediation' in options && options.mediation === 'conditional';
      if (asks && !isQuiet) world.tell({ note: 'passkey' });
      return call();
    });
  }
}
