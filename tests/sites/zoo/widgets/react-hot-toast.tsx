import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import toast, { Toaster } from 'react-hot-toast';
import type { Zoo } from '../zoo.ts';

export const title = 'Letters';

function Letters({ zoo }: { zoo: Zoo }) {
  const [letters, setLetters] = useState(['From the bank', 'From Grandma']);
  const [undone, setUndone] = useState(0);
  zoo.state(() => ({ letters, undone }));
  const remove = (letter: string): void => {
    const before = letters;
    setLetters(letters.filter((other) => other !== letter));
    toast((shown) => (
      <span>
        Deleted “{letter}”{' '}
        <button
          onClick={() => {
            setLetters(before);
            setUndone((count) => count + 1);
            toast.dismiss(shown.id);
          }}
        >
          Undo
        </button>
      </span>
    ));
  };
  return (
    <ul>
      {letters.map((letter) => (
        <li key={letter}>
          {letter} <button onClick={() => remove(letter)}>Delete {letter}</button>
        </li>
      ))}
      <Toaster />
    </ul>
  );
}

export function mount(root: HTMLElement, zoo: Zoo): void {
  createRoot(root).render(<Letters zoo={zoo} />);
}
