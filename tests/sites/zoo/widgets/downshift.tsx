import { useCombobox } from 'downshift';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { Zoo } from '../zoo.ts';

export const title = 'Find a book';

const BOOKS = ['Emma', 'Middlemarch', 'Moby-Dick', 'Dracula', 'Ulysses', 'Walden', 'Candide'];

function BookFinder({ zoo }: { zoo: Zoo }) {
  const [books, setBooks] = useState(BOOKS);
  const [book, setBook] = useState<string | null>(null);
  zoo.state(() => ({ book }));
  const { isOpen, getLabelProps, getMenuProps, getInputProps, getToggleButtonProps, getItemProps } =
    useCombobox({
      items: books,
      selectedItem: book,
      onInputValueChange: ({ inputValue }) =>
        setBooks(BOOKS.filter((name) => name.toLowerCase().startsWith(inputValue.toLowerCase()))),
      onSelectedItemChange: ({ selectedItem }) => setBook(selectedItem),
    });
  return (
    <>
      <label {...getLabelProps()}>Choose your favourite book</label>
      <input placeholder="Best book ever" {...getInputProps()} />
      <button aria-label="toggle menu" type="button" {...getToggleButtonProps()}>
        ▾
      </button>
      <ul {...getMenuProps()}>
        {isOpen &&
          books.map((name, index) => (
            <li key={name} {...getItemProps({ item: name, index })}>
              {name}
            </li>
          ))}
      </ul>
    </>
  );
}

export function mount(root: HTMLElement, zoo: Zoo): void {
  createRoot(root).render(<BookFinder zoo={zoo} />);
}
