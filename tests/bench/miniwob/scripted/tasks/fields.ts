import { submit, typeText, type Scripts } from '../script.ts';
import type { Sight } from '../sight.ts';

/** Fields to be filled in, with what stands elsewhere on the page. */
export const FIELD_SCRIPTS: Scripts = {
  'copy-paste': async function* (sight) {
    yield* copyText(sight, 0);
  },
  'copy-paste-2': async function* (sight) {
    yield* copyText(sight, Number(/(\d)(?:st|nd|rd)/.exec(sight.task)?.[1] ?? '1') - 1);
  },
};

async function* copyText(sight: Sight, place: number) {
  const fields = sight.things('textbox');
  const source = fields.filter(({ value }) => value !== undefined)[place];
  const target = fields.find(({ value }) => value === undefined);
  yield [typeText(target?.ref ?? '', source?.value ?? ''), submit(sight)];
}
