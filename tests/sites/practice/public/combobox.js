// An editable combobox whose list narrows as one types; only values of the list are accepted.

/** Gives the markup of one combobox its behaviour. */
export function openCombobox(root) {
  const input = root.querySelector('[role=combobox]');
  const list = root.querySelector('[role=listbox]');
  const options = [...list.querySelectorAll('[role=option]')];
  let accepted = input.value;
  let active = -1;

  const shown = () => options.filter((option) => !option.hidden);

  function setOpen(open) {
    list.hidden = !open;
    input.setAttribute('aria-expanded', String(open));
    if (!open) setActive(-1);
  }

  function setActive(index) {
    active = index;
    const chosen = shown()[index];
    for (const option of options) option.setAttribute('aria-selected', String(option === chosen));
    if (chosen) input.setAttribute('aria-activedescendant', chosen.id);
    else input.removeAttribute('aria-activedescendant');
  }

  function narrow() {
    const words = input.value.toLowerCase();
    for (const option of options) option.hidden = !option.textContent.toLowerCase().includes(words);
    setOpen(shown().length > 0);
    setActive(-1);
  }

  function accept(option) {
    input.value = accepted = option.textContent;
    setOpen(false);
  }

  function onKey(event) {
    const count = shown().length;
    if (event.key === 'ArrowDown' && list.hidden) narrow();
    else if (event.key === 'ArrowDown' && count > 0) setActive((active + 1) % count);
    else if (event.key === 'ArrowUp' && count > 0) setActive((active - 1 + count) % count);
    else if (event.key === 'Enter' && active >= 0) accept(shown()[active]);
    else if (event.key === 'Escape') setOpen(false);
    else return;
    event.preventDefault();
  }

  input.addEventListener('input', narrow);
  input.addEventListener('click', () => {
    for (const option of options) option.hidden = false;
    setOpen(true);
  });
  input.addEventListener('keydown', onKey);
  input.addEventListener('blur', () => {
    // What is not in the list is taken back, as most real ones do.
    if (input.value !== '') input.value = accepted;
    else accepted = '';
    setOpen(false);
  });
  // Pressing on an option must not blur the input before the click lands.
  list.addEventListener('pointerdown', (event) => event.preventDefault());
  list.addEventListener('mousedown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const option = event.target.closest('[role=option]');
    if (option) accept(option);
  });
}
