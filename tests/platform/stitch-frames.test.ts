import { describe, expect, it } from 'vitest';
import { assignPrefixes, stitchFrames } from '../../lib/platform/pages/stitch-frames';
import type { FrameObservation } from '../../lib/page/types';

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
    frameSlots: [],
    ...more,
  };
}

describe('stitchFrames', () => {
  it('puts each frame under its line, nested ones too, without their page headers', () => {
    const top = frame([], 'page "Shop"\nmain\n  frame "Pay" https://pay.example\n  text "after"', {
      frameSlots: [{ index: 0, line: 2, indent: 2, name: 'Pay' }],
    });
    const pay = frame([0], 'page "Pay"\nf2e1 textbox "Card"\nframe "Inner" https://in.example', {
      frameSlots: [{ index: 0, line: 2, indent: 0, name: 'Inner' }],
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

  it('says how many frames did not answer, and does not list them', () => {
    const stitched = stitchFrames(7, [
      { info: { frameId: 0, prefix: '', origin: '' }, observation: frame([], 'page "Shop"') },
      { info: { frameId: 5, prefix: 'f2', origin: '' }, observation: undefined },
    ]);
    expect(stitched.text).toBe('page "Shop"\n# 1 frame did not answer');
    expect(stitched.frames).toHaveLength(1);
  });

  it('has changes only when every frame has them', () => {
    const info = { frameId: 0, prefix: '', origin: '' };
    const sub = { frameId: 5, prefix: 'f2', origin: '' };
    const changed = frame([], 'page "Shop"', { changes: '+ text "new"' });
    const quiet = frame([0], 'page "Pay"', { changes: 'nothing changed' });
    const fresh = frame([0], 'page "Pay"');
    expect(
      stitchFrames(7, [
        { info, observation: changed },
        { info: sub, observation: quiet },
      ]).changes,
    ).toBe('+ text "new"');
    expect(
      stitchFrames(7, [
        { info, observation: changed },
        { info: sub, observation: fresh },
      ]).changes,
    ).toBeUndefined();
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
