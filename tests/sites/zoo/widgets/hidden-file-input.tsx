import { useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { Zoo } from '../zoo.ts';

export const title = 'Change the avatar';

/** The usual way to have a button of one's own: it clicks an input that nobody sees. */
function Avatar({ zoo }: { zoo: Zoo }) {
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<{ name: string; text: string } | null>(null);
  zoo.state(() => ({ file }));
  const read = async (chosen: File | undefined): Promise<void> =>
    setFile(chosen ? { name: chosen.name, text: await chosen.text() } : null);
  return (
    <>
      <input
        ref={input}
        type="file"
        accept="image/*,.txt"
        style={{ display: 'none' }}
        onChange={(event) => void read(event.target.files?.[0])}
      />
      <button type="button" onClick={() => input.current?.click()}>
        Choose a picture
      </button>
      <p>{file ? `Chosen: ${file.name}` : 'Nothing chosen'}</p>
    </>
  );
}

export function mount(root: HTMLElement, zoo: Zoo): void {
  createRoot(root).render(<Avatar zoo={zoo} />);
}
