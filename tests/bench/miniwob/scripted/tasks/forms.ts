import { click, pressKeys, submit, typeText, type Call, type Point, type Scripts } from '../script.ts';
import type { Sight } from '../sight.ts';

/** Digits as the picture beside the boxes draws them: a row for each row of boxes. */
const DRAWN_DIGITS = [
  '.##. #..# #..# #..# #..# #..# .##.',
  '..#. .##. ..#. ..#. ..#. ..#. ..#.',
  '.##. #..# #..# ..#. .#.. #... ####',
  '.##. #..# ...# .##. ...# #..# .##.',
  '#... #.#. #.#. #### ..#. ..#. ..#.',
  '#### #... #... ###. ...# #..# .##.',
  '.##. #..# #... ###. #..# #..# .##.',
  '#### #..# ...# ..#. ..#. .#.. .#..',
  '.##. #..# #..# .##. #..# #..# .##.',
  '.##. #..# #..# .### ...# #..# .##.',
];

/** Boxes, lists and fields. */
export const FORM_SCRIPTS: Scripts = {
  'form-sequence-2': async function* (sight) {
    const [, radio, text = '', field] =
      /the (\d)\w\w radio button and enter the number "(.*)" into the (\d)/.exec(sight.task) ?? [];
    yield [
      setChecked(sight.things('radio')[Number(radio) - 1]?.ref),
      typeText(sight.things('textbox')[Number(field) - 1]?.ref ?? '', text),
      submit(sight),
    ];
  },
  'form-sequence-3': async function* (sight) {
    const [, option = '', button = ''] = /Choose (.*) from .* labeled "(.*)"/.exec(sight.task) ?? [];
    yield [choose(sight.things('clickable')[0]?.ref, option), click(sight.refOf('button', button))];
  },
  /** Errand leaves passwords to the user: the script fills in the name and hands over, as a model is told to. */
  'login-user': handOverPassword,
  'login-user-popup': handOverPassword,
  'number-checkboxes': async function* (sight) {
    const digit = Number(/the number "(\d)"/.exec(sight.task)?.[1]);
    const wanted = [...(DRAWN_DIGITS[digit] ?? '').replaceAll(' ', '')];
    const fields = sight.things('checkbox').map(({ ref }, box) => ({ ref, value: wanted[box] === '#' }));
    yield [{ name: 'fill_form', args: { fields } }, submit(sight)];
  },
  'resize-textarea': async function* (sight) {
    const [, side, way] = /the (height|width) is (smaller|larger)/.exec(sight.task) ?? [];
    const change = way === 'larger' ? 20 : -20;
    const [x, y] = await sight.look(() => {
      const box = document.querySelector('#area textarea')?.getBoundingClientRect() as DOMRect;
      return [box.right - 4, box.bottom - 4] as const;
    });
    const end: Point = side === 'width' ? [x + change, y] : [x, y + change];
    yield [{ name: 'draw_path', args: { paths: [[[x, y], end]] } }, submit(sight)];
  },
  'use-autocomplete': completeWord,
  'use-autocomplete-nodelay': completeWord,
  'visual-addition': async function* (sight) {
    const blocks = await sight.look(
      () =>
        [...document.querySelectorAll('#math-problem span')].filter((span) => span.clientHeight === 10)
          .length,
    );
    yield [typeText(sight.things('textbox')[0]?.ref ?? '', String(blocks)), submit(sight)];
  },
};

export function choose(ref: string | undefined, text: string): Call {
  return { name: 'choose', args: { ref: ref ?? '', text } };
}

function setChecked(ref: string | undefined): Call {
  return { name: 'set_checked', args: { ref: ref ?? '', checked: true } };
}

async function* handOverPassword(sight: Sight) {
  const [, name = ''] = /username "(\S+)"/.exec(sight.task) ?? [];
  const [user, password] = sight.things('textbox');
  const question = 'Please type the password into the field, then tell me to go on.';
  yield [typeText(user?.ref ?? '', name), { name: 'ask_user', args: { question, ref: password?.ref ?? '' } }];
}

/** Types the beginning, key by key because a field that is left closes its list, and takes what is suggested with the wanted end. */
async function* completeWord(sight: Sight) {
  const [, start = '', end = ''] = /starts with "(.*?)"(?: and ends with "(.*?)")?/.exec(sight.task) ?? [];
  const field = sight.things('textbox')[0]?.ref ?? '';
  const keys = [...start].map((key) => (key === ' ' ? 'Space' : key)).join(' ');
  yield [pressKeys(keys, field), { name: 'wait_for', args: { seconds: 1 } }];
  const offered = [...sight.news.matchAll(/listitem "(.*)"/g)].map(([, word = '']) => word);
  const wanted = offered.find((word) => word.startsWith(start) && word.endsWith(end));
  yield [choose(field, wanted ?? ''), submit(sight)];
}
