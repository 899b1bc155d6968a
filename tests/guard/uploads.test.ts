import { describe, expect, it } from 'vitest';
import { judgeAction, makeTarget, SHOP } from './judge-input';

const FIELD = makeTarget({ role: 'button', name: 'Choose file', tag: 'input', inputType: 'file' });
const task = {
  text: 'Send the report',
  attachments: [
    { kind: 'file' as const, name: 'report.pdf', type: 'application/pdf', size: 1_234_567, hash: 'h' },
  ],
};
const judgeUpload = (changes = {}) =>
  judgeAction('upload_file', { ref: 'e1', files: ['report.pdf'] }, FIELD, { task, ...changes });

describe('an upload', () => {
  it('is asked about with the name and size of the file and the site that gets it', () => {
    expect(judgeUpload()).toEqual({
      decision: 'ask',
      risk: 'sends',
      reasons: [{ key: 'guard.uploads', params: { files: 'report.pdf (1.2 MB)', origin: SHOP } }],
    });
  });

  it('is allowed where sending was allowed for good', () => {
    expect(judgeUpload({ grants: [{ origin: SHOP, covers: 'sends' }] }).decision).toBe('allow');
  });
});

describe('a drag', () => {
  const CARD = makeTarget({ role: 'listitem', name: 'Delete account', tag: 'li' });
  const BIN = { ...makeTarget({ role: 'button', name: 'Delete', tag: 'div' }), ref: 'e2' };
  const COLUMN = { ...makeTarget({ role: 'list', name: 'Done', tag: 'ul' }), ref: 'e2' };

  it('is judged by what something is dropped on, not by what a card says', () => {
    const args = { ref: 'e1', to: 'e2' };
    expect(judgeAction('drag', args, CARD, { others: [COLUMN] }).decision).toBe('allow');
    expect(judgeAction('drag', args, CARD, { others: [BIN] })).toMatchObject({
      decision: 'ask',
      risk: 'sends',
    });
  });

  it('by a distance is judged as what it sets off: "slide to pay"', () => {
    const slider = makeTarget({ role: 'slider', name: 'Slide to pay now', tag: 'div' });
    expect(judgeAction('drag', { ref: 'e1', by: { x: 300, y: 0 } }, slider).decision).toBe('ask');
  });
});
