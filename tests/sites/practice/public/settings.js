// Behaviour of the home-made widgets: pointer and keyboard, as the ARIA patterns have it.
import { openCombobox } from './combobox.js';
import { openListbox } from './listbox.js';

function widgets(name) {
  return document.querySelectorAll(`[data-widget=${name}]`);
}

function startSwitch(element) {
  const input = element.previousElementSibling;
  const flip = () => {
    const on = element.getAttribute('aria-checked') !== 'true';
    element.setAttribute('aria-checked', String(on));
    input.value = on ? 'on' : 'off';
  };
  element.addEventListener('click', flip);
  element.addEventListener('keydown', (event) => {
    if (event.key !== ' ' && event.key !== 'Enter') return;
    event.preventDefault();
    flip();
  });
}

function startTabs(section) {
  const tabs = [...section.querySelectorAll('[role=tab]')];
  const choose = (chosen) => {
    for (const tab of tabs) {
      const on = tab === chosen;
      tab.setAttribute('aria-selected', String(on));
      tab.tabIndex = on ? 0 : -1;
      document.getElementById(tab.getAttribute('aria-controls')).hidden = !on;
    }
  };
  for (const [index, tab] of tabs.entries()) {
    tab.addEventListener('click', () => choose(tab));
    tab.addEventListener('keydown', (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!step) return;
      const next = tabs[(index + step + tabs.length) % tabs.length];
      choose(next);
      next.focus();
    });
  }
}

function startAccordion(section) {
  for (const button of section.querySelectorAll('button[aria-expanded]')) {
    button.addEventListener('click', () => {
      const open = button.getAttribute('aria-expanded') !== 'true';
      button.setAttribute('aria-expanded', String(open));
      document.getElementById(button.getAttribute('aria-controls')).hidden = !open;
    });
  }
}

function startTooltip(button) {
  const tip = document.getElementById(button.getAttribute('aria-describedby'));
  const show = () => void (tip.hidden = false);
  const hide = () => void (tip.hidden = true);
  button.addEventListener('mouseenter', show);
  button.addEventListener('focus', show);
  button.addEventListener('mouseleave', hide);
  button.addEventListener('blur', hide);
}

function startEditor(editor) {
  const input = editor.previousElementSibling;
  editor.textContent = input.value;
  editor.addEventListener('input', () => void (input.value = editor.innerText));
}

function startDialog() {
  const dialog = document.getElementById('close-dialog');
  document.getElementById('open-dialog').addEventListener('click', () => dialog.showModal());
  document.getElementById('keep-account').addEventListener('click', () => dialog.close());
}

widgets('combobox').forEach(openCombobox);
widgets('listbox').forEach(openListbox);
widgets('switch').forEach(startSwitch);
widgets('tabs').forEach(startTabs);
widgets('accordion').forEach(startAccordion);
widgets('tooltip').forEach(startTooltip);
widgets('editor').forEach(startEditor);
startDialog();
