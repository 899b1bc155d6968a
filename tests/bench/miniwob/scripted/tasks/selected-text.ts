import { click, clickAt, pressKeys, submit, type Scripts } from '../script.ts';
import type { Sight } from '../sight.ts';
import { choose } from './forms.ts';

const BUTTONS: Readonly<Record<string, string>> = {
  bold: 'bold',
  italics: 'italic',
  underlined: 'underline',
};

/** Text that is selected: by a double click and keys, or by keys alone. */
export const SELECTED_TEXT_SCRIPTS: Scripts = {
  'highlight-text': async function* (sight) {
    yield* selectParagraph(sight, 0);
  },
  'highlight-text-2': async function* (sight) {
    yield* selectParagraph(sight, Number(/the (\d)\w\w paragraph/.exec(sight.task)?.[1]) - 1);
  },
  'text-editor': async function* (sight) {
    const [, word] = /give the text (.*?) the (?:style|color)/.exec(sight.task) ?? [];
    const [, style, colour = ''] = /the style (\w+)|the color (\w+)/.exec(sight.task) ?? [];
    const [editor] = sight.things('editable');
    const select = pressKeys(keysToSelect(editor?.value ?? '', word), editor?.ref);
    const tool = style
      ? click(sight.things('button').find(({ hint }) => hint === BUTTONS[style])?.ref ?? '')
      : choose(sight.things('clickable')[0]?.ref, colour);
    yield [select, tool, submit(sight)];
  },
};

function keysToSelect(text: string, word: string | undefined): string {
  if (word === undefined) return 'Control+A';
  const way = repeat('ArrowRight', text.indexOf(word));
  return ['Control+Home', ...way, ...repeat('Shift+ArrowRight', word.length)].join(' ');
}

function repeat(key: string, times: number): string[] {
  return Array.from({ length: times }, () => key);
}

/** The first word by a double click, the rest with the keys that carry the selection on. */
async function* selectParagraph(sight: Sight, place: number) {
  const paragraph = (await seeParagraphs(sight))[place];
  if (paragraph === undefined) return;
  const { x, y, lines } = paragraph;
  yield [
    { ...clickAt([x, y]), args: { ...clickAt([x, y]).args, double: true } },
    pressKeys([...repeat('Shift+ArrowDown', lines - 1), 'Shift+End'].join(' ')),
    submit(sight),
  ];
}

/** A point in the first word of each paragraph, and over how many lines it goes. */
function seeParagraphs(sight: Sight): Promise<{ x: number; y: number; lines: number }[]> {
  return sight.look(() => {
    const box = document.querySelector('#area > div') as Element;
    const paragraphs = box.querySelector('p') ? [...box.querySelectorAll('p')] : [box];
    return paragraphs.map((paragraph) => {
      const range = document.createRange();
      range.selectNodeContents(paragraph);
      const rows = [...range.getClientRects()];
      const [{ left, top, height }] = rows as [DOMRect];
      return { x: left + 4, y: top + height / 2, lines: new Set(rows.map((row) => row.top)).size };
    });
  });
}
