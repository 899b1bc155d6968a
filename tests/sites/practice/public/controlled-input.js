// An input that belongs to its component's state, with the two habits that make React's inputs hard to fill
// from outside: writes to `value` on the node itself are remembered and an `input` event that brings no news is
// dropped; and after every event the field shows the state again, whatever was put into it.
import { h, render } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

const NATIVE_VALUE = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');

/** Like React's value tracker: shadows `value` on the node and remembers what was set through it. */
function trackValue(input) {
  let known = input.value;
  Object.defineProperty(input, 'value', {
    configurable: true,
    get: () => NATIVE_VALUE.get.call(input),
    set: (value) => {
      known = String(value);
      NATIVE_VALUE.set.call(input, value);
    },
  });
  return {
    hasNews() {
      const value = NATIVE_VALUE.get.call(input);
      if (value === known) return false;
      known = value;
      return true;
    },
  };
}

function Nickname({ labels, first }) {
  const [state, setState] = useState(first);
  const [, repaint] = useState(0);
  const input = useRef(null);
  const tracker = useRef(null);
  useLayoutEffect(() => {
    tracker.current = trackValue(input.current);
  }, []);
  useLayoutEffect(() => {
    if (input.current.value !== state) input.current.value = state;
  });
  const onInput = () => {
    if (tracker.current.hasNews()) setState(NATIVE_VALUE.get.call(input.current));
    else repaint((count) => count + 1);
  };
  return h('div', { class: 'field' }, [
    h('label', { for: 'nickname' }, labels.label),
    h('input', {
      id: 'nickname',
      ref: input,
      defaultValue: first,
      onInput,
      onBlur: () => repaint((count) => count + 1),
    }),
    h('input', { type: 'hidden', name: 'nickname', value: state }),
    h('output', { for: 'nickname', id: 'nickname-state' }, labels.shows + (state || labels.empty)),
  ]);
}

const root = document.getElementById('controlled');
render(h(Nickname, { labels: JSON.parse(root.dataset.labels), first: root.dataset.value }), root);
