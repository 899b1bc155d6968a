import type { NativeCalls } from './native-calls';
import type { PageWorld } from './page-world';

/** A page that asks on and on until it likes the answer is stopped by an error in its own loop. */
const MAX_DIALOGS_IN_A_TURN = 20;

/** Nobody is there to close a dialog: each is answered at once and told. */
export function answerDialogs(world: PageWorld, calls: NativeCalls): void {
  const { window } = world;
  const count = countInTurn(window);
  const read = (value: unknown): string => (value === undefined ? '' : window.String(value));

  calls.watch(window, 'alert', (_call, [message]) => {
    count();
    world.tell({ note: 'dialog', kind: 'alert', text: read(message), answer: '', armed: false });
    return undefined;
  });
  calls.watch(window, 'confirm', (_call, [message]) => {
    count();
    const text = read(message);
    const given = world.takeAnswer(text);
    const isAccepted = given?.accept ?? false;
    const answer = isAccepted ? 'OK' : 'Cancel';
    world.tell({ note: 'dialog', kind: 'confirm', text, answer, armed: given !== undefined });
    return isAccepted;
  });
  calls.watch(window, 'prompt', (_call, [message, preset]) => {
    count();
    const text = read(message);
    const given = world.takeAnswer(text);
    const value = given?.accept ? (given.text ?? read(preset)) : null;
    const answer = value ?? 'Cancel';
    world.tell({ note: 'dialog', kind: 'prompt', text, answer, armed: given !== undefined });
    return value;
  });
  calls.watch(window, 'print', () => world.tell({ note: 'print' }));
}

function countInTurn(window: PageWorld['window']): () => void {
  const { setTimeout, Error: PageError } = window;
  let dialogs = 0;
  return () => {
    if (dialogs === 0) setTimeout(() => (dialogs = 0), 0);
    dialogs += 1;
    if (dialogs > MAX_DIALOGS_IN_A_TURN) throw new PageError('Too many dialogs.');
  };
}
