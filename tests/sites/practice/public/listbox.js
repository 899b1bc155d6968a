// A button that opens a listbox: what sites build instead of a select.

/** Gives the markup of one collapsible listbox its behaviour. */
export function openListbox(root) {
  const button = root.querySelector('button');
  const list = root.querySelector('[role=listbox]');
  const input = root.querySelector('input');
  const options = [...list.querySelectorAll('[role=option]')];
  let active = 0;

  function setOpen(open) {
    list.hidden = !open;
    button.setAttribute('aria-expanded', String(open));
    if (!open) return;
    setActive(
      Math.max(
        0,
        options.findIndex((option) => option.dataset.value === input.value),
      ),
    );
    list.focus();
  }

  function setActive(index) {
    active = index;
    list.setAttribute('aria-activedescendant', options[index].id);
    for (const option of options) option.classList.toggle('active', option === options[index]);
  }

  function choose(option) {
    input.value = option.dataset.value;
    button.textContent = option.textContent;
    for (const other of options) other.setAttribute('aria-selected', String(other === option));
    setOpen(false);
    button.focus();
  }

  list.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown') setActive(Math.min(options.length - 1, active + 1));
    else if (event.key === 'ArrowUp') setActive(Math.max(0, active - 1));
    else if (event.key === 'Enter' || event.key === ' ') choose(options[active]);
    else if (event.key === 'Escape') setOpen(false);
    else return;
    event.preventDefault();
  });
  button.addEventListener('click', () => setOpen(list.hidden));
  list.addEventListener('click', (event) => {
    const option = event.target.closest('[role=option]');
    if (option) choose(option);
  });
  document.addEventListener('pointerdown', (event) => {
    if (!root.contains(event.target)) setOpen(false);
  });
}
