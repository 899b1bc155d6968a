const KEY_NAMES: [pattern: RegExp, name: string][] = [
  [/^(?:enter|return)$/i, 'Enter'],
  [/^esc(?:ape)?$/i, 'Escape'],
  [/^tab$/i, 'Tab'],
  [/^space(?:bar)?$/i, 'Space'],
  [/^backspace$/i, 'Backspace'],
  [/^delete$/i, 'Delete'],
  [/^home$/i, 'Home'],
  [/^end$/i, 'End'],
  [/^page ?up$/i, 'PageUp'],
  [/^page ?down$/i, 'PageDown'],
  [/^(?:ctrl|control)$/i, 'Control'],
  [/^(?:cmd|command|meta)$/i, 'Meta'],
  [/^(?:alt|option)$/i, 'Alt'],
  [/^shift$/i, 'Shift'],
];

/** "ctrl + s" -> `Control+S`, "down arrow" -> `ArrowDown`: names as in KeyboardEvent.key. */
export function readKeys(words: string): string {
  return words
    .split(/\s*[+-]\s*/)
    .map((word) => {
      const arrow = /^(?:arrow )?(up|down|left|right)(?: arrow)?$/i.exec(word.trim())?.[1];
      if (arrow !== undefined) return `Arrow${arrow.charAt(0).toUpperCase()}${arrow.slice(1).toLowerCase()}`;
      return KEY_NAMES.find(([pattern]) => pattern.test(word.trim()))?.[1] ?? word.trim();
    })
    .join('+');
}
