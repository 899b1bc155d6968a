import { describe, expect, it } from 'vitest';
import { byId, makeActor, mount } from './support';

/** A button that opens a dialog of options; only its last button takes over what was picked. */
function mountDialogChoice(confirming: string): { chosen: () => string } {
  mount('<button id="pizza" aria-haspopup="dialog">None</button>');
  let chosen = '';
  byId('pizza').addEventListener('click', () => {
    const dialog = document.createElement('div');
    dialog.setAttribute('role', 'alertdialog');
    dialog.style.position = 'fixed';
    dialog.innerHTML = `<button role="radio" aria-checked="false">Funghi</button>
      <button role="radio" aria-checked="false">Diavola</button><button>Cancel</button><button>${confirming}</button>`;
    document.body.append(dialog);
    dialog.addEventListener('click', ({ target }) => {
      const pressed = target as HTMLElement;
      if (pressed.role === 'radio') {
        for (const radio of dialog.querySelectorAll('[role=radio]'))
          radio.setAttribute('aria-checked', String(radio === pressed));
        return;
      }
      const picked = dialog.querySelector('[aria-checked=true]')?.textContent ?? '';
      if (pressed.textContent === confirming) chosen = byId('pizza').textContent = picked;
      dialog.remove();
    });
  });
  return { chosen: () => chosen };
}

describe('choose', () => {
  it.each(['OK', 'Done', '确定'])('presses the "%s" of a dialog of options', async (confirming) => {
    const { chosen } = mountDialogChoice(confirming);
    const done = await makeActor()({ name: 'choose', ref: 'pizza', text: 'Diavola' });
    expect(done).toMatchObject({ status: 'done', effect: { value: 'Diavola' } });
    expect(chosen()).toBe('Diavola');
  });

  it('presses nothing that says that it does more', async () => {
    const { chosen } = mountDialogChoice('Order now');
    const done = await makeActor()({ name: 'choose', ref: 'pizza', text: 'Diavola' });
    expect(done).toMatchObject({ status: 'failed', failure: { code: 'not-set' } });
    expect(chosen()).toBe('');
  });

  it('takes a new entry for chosen when the control shows it, whatever its option was called', async () => {
    mount(
      `<div id="tags"><span id="chips"></span><input id="tag" role="combobox" aria-label="Tags" aria-expanded="false" aria-controls="adds"></div>`,
    );
    const field = byId<HTMLInputElement>('tag');
    field.addEventListener('input', () => {
      document.getElementById('adds')?.remove();
      if (field.value === '') return;
      const list = Object.assign(document.createElement('div'), { id: 'adds', role: 'listbox' });
      list.innerHTML = `<div role="option">Add ${field.value}…</div>`;
      list.addEventListener('click', () => {
        byId('chips').insertAdjacentHTML('beforeend', `<b>${field.value}</b>`);
        field.value = '';
      });
      document.body.append(list);
      field.setAttribute('aria-expanded', 'true');
    });
    const done = await makeActor()({ name: 'choose', ref: 'tag', text: 'Konrad' });
    expect(done).toMatchObject({ status: 'done' });
    expect(byId('chips').textContent).toBe('Konrad');
  });
});
