import { describe, expect, it } from 'vitest';
import { assignPrefixes, stitchFrames } from '../../lib/platform/pages/stitch-frames';
import type { FrameObservation, FrameSlot } from '../../lib/page/types';

function frame(framePath: number[], text: string, more: Partial<FrameObservation> = {}): FrameObservation {
  return {
    text,
    nodes: [],
    elements: 10,
    lastRef: 9,
    mark: 'd-1',
    ms: 1,
    url: 'https://shop.example/',
    title: 'Shop',
    origin: 'https://shop.example',
    framePath,
    frameMarks: MARKS,
    frameSlots: [],
    ...more,
  };
}

const MARKS = { name: '', width: 300, height: 150 };
const TOP = { frameId: 0, prefix: '', origin: '' };
const SUB = { frameId: 5, prefix: 'f2', origin: '' };
const THIRD = { frameId: 6, prefix: 'f3', origin: '' };

function slot(line: number, index: number, more: Partial<FrameSlot> = {}): FrameSlot {
  return { line, index, indent: 0, marks: MARKS, ...more };
}

describe('stitchFrames', () => {
  it('puts each frame under its line, nested ones too, without their page headers', () => {
    const top = frame([], 'page "Shop"\nmain\n  frame "Pay" https://pay.example\n  text "after"', {
      frameSlots: [slot(2, 0, { indent: 2 })],
    });
    const pay = frame([0], 'page "Pay"\nf2e1 textbox "Card"\nframe "Inner" https://in.example', {
      frameSlots: [slot(2, 0)],
    });
    const inner = frame([0, 0], 'page "Inner"\nf3e1 button "Go"');
    const stitched = stitchFrames(7, [
      { info: { frameId: 0, prefix: '', origin: '' }, observation: top },
      { info: { frameId: 5, prefix: 'f2', origin: '' }, observation: pay },
      { info: { frameId: 6, prefix: 'f3', origin: '' }, observation: inner },
    ]);
    expect(stitched.text).toBe(
      [
        'page "Shop"',
        'main',
        '  frame "Pay" https://pay.example',
        '    f2e1 textbox "Card"',
        '    frame "Inner" https://in.example',
        '      f3e1 button "Go"',
        '  text "after"',
      ].join('\n'),
    );
    expect(stitched.elements).toBe(30);
    expect(stitched.frames.map((info) => info.prefix)).toEqual(['', 'f2', 'f3']);
  });

  it('says in its line that a frame did not answer, and keeps its prefix', () => {
    const top = frame([], 'page "Shop"\nframe "Pay" https://pay.example\ntext "after"', {
      frameSlots: [slot(1, 0)],
    });
    const stitched = stitchFrames(7, [
      { info: TOP, observation: top },
      { info: { ...SUB, mark: 'p-1' }, observation: undefined },
    ]);
    expect(stitched.text).toBe(
      [
        'page "Shop"',
        'frame "Pay" https://pay.example',
        '  # did not answer in time; what it shows is not known',
        'text "after"',
      ].join('\n'),
    );
    expect(stitched.frames.map(({ prefix, mark }) => [prefix, mark])).toEqual([
      ['', 'd-1'],
      ['f2', 'p-1'],
    ]);
  });

  it('says that a frame cannot be read at all, and takes it for late while some have not been found', () => {
    const top = frame([], 'page "Shop"\nframe https://pay.example', { frameSlots: [slot(1, 0)] });
    const answers = [{ info: TOP, observation: top }];
    expect(stitchFrames(7, answers).text).toMatch(
      /\n {2}# cannot be read: it has not loaded, or there is no access/,
    );
    expect(stitchFrames(7, answers, false).text).toMatch(/\n {2}# did not answer in time/);
  });

  it('leaves out frames without a line, what stands in them and what changes there', () => {
    const top = frame([], 'page "Shop"\ntext "all"', { changes: 'nothing changed' });
    const hidden = frame([0], 'page "Tracker"\nframe "In" https://t.example', { frameSlots: [slot(1, 0)] });
    const inside = frame([0, 0], 'page "Deep"\ntext "deep"');
    const stitched = stitchFrames(7, [
      { info: TOP, observation: top },
      { info: SUB, observation: hidden },
      { info: THIRD, observation: inside },
    ]);
    expect(stitched.text).toBe('page "Shop"\ntext "all"');
    expect(stitched.changes).toBe('nothing changed');
    expect(stitched.frames.map(({ mark }) => mark)).toEqual(['d-1', undefined, undefined]);
  });

  it('finds frames in shadow trees by key, else by name and size', () => {
    const top = frame([], 'page "Shop"\nframe "A" https://a.example\nframe "B" https://b.example', {
      frameSlots: [slot(1, -1, { key: 'kA' }), slot(2, -1, { marks: { ...MARKS, name: 'b' } })],
    });
    const stitched = stitchFrames(7, [
      { info: TOP, observation: top },
      {
        info: SUB,
        observation: frame([-1], 'page "B"\ntext "in B"', { frameMarks: { ...MARKS, name: 'b' } }),
      },
      { info: THIRD, observation: frame([-1], 'page "A"\ntext "in A"', { frameKey: 'kA' }) },
    ]);
    expect(stitched.text).toBe(
      [
        'page "Shop"',
        'frame "A" https://a.example',
        '  text "in A"',
        'frame "B" https://b.example',
        '  text "in B"',
      ].join('\n'),
    );
  });

  it('puts frames that look alike at the end and does not guess', () => {
    const top = frame([], 'page "Shop"\nframe https://a.example\nframe https://a.example', {
      frameSlots: [slot(1, -1), slot(2, -1)],
    });
    const stitched = stitchFrames(7, [
      { info: TOP, observation: top },
      {
        info: SUB,
        observation: frame([-1], 'page "One"\ntext "1"', { title: 'One', origin: 'https://a.example' }),
      },
      { info: THIRD, observation: frame([-1], 'page "Two"\ntext "2"', { title: 'Two', origin: 'null' }) },
    ]);
    expect(stitched.text).toBe(
      [
        'page "Shop"',
        'frame https://a.example',
        '  # one of the frames at the end of this text; which one is not known',
        'frame https://a.example',
        '  # one of the frames at the end of this text; which one is not known',
        'frame "One" https://a.example',
        '  text "1"',
        'frame "Two" sandboxed',
        '  text "2"',
      ].join('\n'),
    );
  });

  it('takes the frame around for the one that its key names', () => {
    const top = frame([], 'page "Shop"\nframe "A" about:blank\nframe "B" about:blank', {
      frameSlots: [slot(1, -1, { key: 'kA' }), slot(2, -1, { key: 'kB' })],
    });
    const middle = (key: string) =>
      frame([-1], `page\nframe "in ${key}" about:blank`, { frameKey: key, frameSlots: [slot(1, 0)] });
    const stitched = stitchFrames(7, [
      { info: TOP, observation: top },
      { info: SUB, observation: middle('kA') },
      { info: THIRD, observation: middle('kB') },
      {
        info: { frameId: 9, prefix: 'f4', origin: '' },
        observation: frame([-1, 0], 'page\ntext "deep"', { parentKey: 'kB' }),
      },
    ]);
    expect(stitched.text).toContain('frame "B" about:blank\n  frame "in kB" about:blank\n    text "deep"');
  });
});

describe('changes over frames', () => {
  const top = frame([], 'page "Shop"\nframe "Pay" https://pay.example', {
    changes: '+ text "new"',
    frameSlots: [slot(1, 0)],
  });

  it('are those of all frames', () => {
    const quiet = frame([0], 'page "Pay"', { changes: 'nothing changed' });
    const loud = frame([0], `page "Pay"\n${'f2e1 button "Go"\n'.repeat(9)}`, { changes: '- text "old"' });
    const changesWith = (sub: FrameObservation) =>
      stitchFrames(7, [
        { info: TOP, observation: top },
        { info: SUB, observation: sub },
      ]).changes;
    expect(changesWith(quiet)).toBe('+ text "new"');
    expect(changesWith(loud)).toBe('+ text "new"\n- text "old"');
  });

  it('tell a frame that is new as a whole, under its line', () => {
    const words = Array.from({ length: 20 }, (_, index) => `text "all of this was there before ${index}"`);
    const page = frame([], `page "Shop"\n${words.join('\n')}\nmain\n  frame "Pay" https://pay.example`, {
      changes: '- text "Loading"\n+ frame "Pay" https://pay.example < main\n+ text "after"',
      frameSlots: [slot(22, 0, { indent: 2 })],
    });
    const fresh = frame([0], 'page "Pay"\nf2e1 button "Go"\nframe "In" about:blank', {
      frameSlots: [slot(2, 0)],
    });
    const stitched = stitchFrames(7, [
      { info: TOP, observation: page },
      { info: SUB, observation: fresh },
      { info: THIRD, observation: frame([0, 0], 'page\ntext "deep"', { changes: '+ text "deep"' }) },
    ]);
    expect(stitched.changes).toBe(
      [
        '- text "Loading"',
        '+ frame "Pay" https://pay.example < main',
        '+   f2e1 button "Go"',
        '+   frame "In" about:blank',
        '+     text "deep"',
        '+ text "after"',
      ].join('\n'),
    );
  });

  it('have a line of its own for a frame that shows another document, and for frames that did not answer', () => {
    const words = Array.from({ length: 20 }, (_, index) => `text "all of this was there before ${index}"`);
    const page = frame([], `page "Shop"\n${words.join('\n')}\nframe "Pay" https://pay.example`, {
      changes: 'nothing changed',
      frameSlots: [slot(21, 0)],
    });
    const stitched = stitchFrames(7, [
      { info: TOP, observation: page },
      { info: SUB, observation: frame([0], 'page "Pay"\ntext "Thanks"') },
      { info: THIRD, observation: undefined },
    ]);
    expect(stitched.changes).toBe(
      '+ frame "Pay" https://pay.example\n+   text "Thanks"\n# 1 frame did not answer and may have changed',
    );
  });

  it('are not told when the page itself is new, or when they are longer than the page', () => {
    const short = frame([], 'page "Shop"', { changes: '- text "far more than there is"' });
    expect(stitchFrames(7, [{ info: TOP, observation: frame([], 'page') }]).changes).toBeUndefined();
    expect(stitchFrames(7, [{ info: TOP, observation: short }]).changes).toBeUndefined();
  });
});

describe('lastRef', () => {
  it('of the top frame never falls, so that a ref of an earlier page means nothing on a later one', () => {
    const info = { frameId: 0, prefix: '', origin: '', lastRef: 40 };
    const sub = { frameId: 5, prefix: 'f2', origin: '' };
    const child = frame([0], 'page "Pay"', { lastRef: 55 });
    const stitched = stitchFrames(7, [
      { info, observation: frame([], 'page "Shop"') },
      { info: sub, observation: child },
    ]);
    expect(stitched.frames.map((one) => one.lastRef)).toEqual([55, 55]);
  });
});

describe('assignPrefixes', () => {
  it('keeps known frames and gives new ones the next number, never an old one', () => {
    const known = [
      { frameId: 0, prefix: '', origin: 'https://a.example' },
      { frameId: 4, prefix: 'f2', origin: 'https://b.example' },
      { frameId: 9, prefix: 'f3', origin: 'https://c.example' },
    ];
    expect(assignPrefixes([0, 9, 11], known).map((frame) => frame.prefix)).toEqual(['', 'f3', 'f4']);
  });
});
