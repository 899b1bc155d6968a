import { describe, expect, it } from 'vitest';
import { byId, makeActor, makeTarget, mount, recordEvents, show } from './support';

function canvas(id: string): HTMLCanvasElement {
  return byId<HTMLCanvasElement>(id);
}

describe('click_at', () => {
  it('clicks at a point of an element, and sees that the picture changed', async () => {
    mount('<canvas id="board" width="200" height="100" aria-label="Board"></canvas>');
    const points: number[] = [];
    canvas('board').addEventListener('click', ({ offsetX, offsetY }) => {
      points.push(offsetX, offsetY);
      canvas('board').getContext('2d')?.fillRect(offsetX, offsetY, 5, 5);
    });
    const message = show(await makeActor()({ name: 'click_at', ref: 'board', x: 150, y: 30 }));
    expect(message).toContain('clicked at 150, 30 of canvas "Board"; the picture changed');
    expect(points).toEqual([150, 30]);
  });

  it('says what it hit, in and without an element, and double-clicks', async () => {
    mount(
      '<div id="map" style="height:200px"><button id="pin" style="position:absolute;left:50px;top:50px">Pin</button></div>',
    );
    const seen = recordEvents(byId('pin'), ['click', 'dblclick']);
    const act = makeActor();
    expect(show(await act({ name: 'click_at', ref: 'map', x: 60, y: 60 }))).toContain(', on button "Pin"');
    expect(show(await act({ name: 'click_at', x: 60, y: 60, double: true }))).toContain(
      'double-clicked at 60, 60 of the screen, on button "Pin"',
    );
    expect(seen).toEqual(['click', 'click', 'click', 'dblclick']);
  });

  it('selects the word under a double click, in a page and in a field, where that is wanted', async () => {
    mount(`<p id="p" style="margin:0;height:20px">One two</p><input id="field" value="three four" style="font:16px monospace">
      <p id="no" style="margin:0;user-select:none">Five</p><p id="own" style="margin:0">Six</p>`);
    const act = makeActor();
    const middle = (id: string): number => {
      const { top, height } = byId(id).getBoundingClientRect();
      return Math.round(top + height / 2);
    };
    byId('own').addEventListener('mousedown', (event) => event.preventDefault());
    const selected = async (id: string, x = 5): Promise<string> => {
      getSelection()?.removeAllRanges();
      await act({ name: 'click_at', x, y: middle(id), double: true });
      return String(getSelection());
    };
    expect(await selected('p')).toBe('One');
    // Beside the text there is no word.
    expect(await selected('p', 300)).toBe('');
    expect(await selected('no')).toBe('');
    expect(await selected('own')).toBe('');
    await selected('field', 20);
    const field = byId<HTMLInputElement>('field');
    expect(field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0)).toBe('three');
  });

  it('scrolls a picture that is larger than the screen', async () => {
    mount('<div id="big" style="width:3000px;height:4000px"></div>');
    const points: number[] = [];
    byId('big').addEventListener('click', ({ offsetX, offsetY }) => points.push(offsetX, offsetY));
    await makeActor()({ name: 'click_at', ref: 'big', x: 2500, y: 3900 });
    expect(points).toEqual([2500, 3900]);
  });

  it('refuses points outside, covered ones, and frames', async () => {
    mount(`<div id="area" style="width:100px;height:100px"></div><iframe id="frame" style="width:100px;height:100px"></iframe>
      <div style="position:absolute;left:0;top:0;width:50px;height:50px" aria-label="Hint"></div>`);
    const act = makeActor();
    expect(show(await act({ name: 'click_at', ref: 'area', x: 101, y: 5 }))).toContain(
      'outside: 101, 5 is not within generic, which is 100 by 100 px',
    );
    expect(show(await act({ name: 'click_at', ref: 'area', x: 20, y: 20 }))).toContain('covered');
    expect(show(await act({ name: 'click_at', ref: 'frame', x: 50, y: 50 }))).toContain('is a frame');
    expect(show(await act({ name: 'click_at', x: -5, y: 20 }))).toContain('outside');
    expect(show(await act({ name: 'click_at', ref: 'area', x: 20 }))).toContain('bad-arguments');
  });

  it('does nothing when something else is at the point than was judged', async () => {
    mount('<div id="map" style="height:200px"><button id="pin">Buy</button></div>');
    const clicked = recordEvents(byId('pin'), ['click']);
    const expected = makeTarget(byId('map'));
    const result = await makeActor()({ name: 'click_at', ref: 'map', x: 5, y: 5 }, { expected });
    expect(result).toMatchObject({ status: 'failed', failure: { code: 'changed-since-approval' } });
    expect(clicked).toEqual([]);
  });
});

describe('draw_path', () => {
  /** A pad that draws from press to release, with the points between two frames. */
  function makePad(pad: HTMLCanvasElement): { strokes: number[][] } {
    const strokes: number[][] = [];
    const drawing = pad.getContext('2d');
    let down = false;
    pad.addEventListener('pointerdown', ({ offsetX, offsetY, pressure }) => {
      down = pressure > 0;
      strokes.push([]);
      drawing?.beginPath();
      drawing?.moveTo(offsetX, offsetY);
    });
    pad.addEventListener('pointermove', (event) => {
      for (const { offsetX, offsetY } of down ? event.getCoalescedEvents() : []) {
        strokes.at(-1)?.push(offsetX, offsetY);
        drawing?.lineTo(offsetX, offsetY);
        drawing?.stroke();
      }
    });
    window.addEventListener('pointerup', () => (down = false));
    return { strokes };
  }

  it('draws strokes with points in between, and sees the picture change', async () => {
    mount('<canvas id="pad" width="200" height="100" aria-label="Signature"></canvas>');
    const { strokes } = makePad(canvas('pad'));
    const paths = [[[10, 10], [90, 10], [90, 80]], [[20, 50], [60, 50]]]; // prettier-ignore
    const message = show(await makeActor()({ name: 'draw_path', ref: 'pad', paths }));
    expect(message).toContain('drew 2 strokes on canvas "Signature"; the picture changed');
    expect(strokes.map((stroke) => stroke.slice(-2))).toEqual([[90, 80], [60, 50]]); // prettier-ignore
    expect(strokes[0]?.length).toBeGreaterThan(30);
  });

  it('reaches every corner of a stroke on a pad that takes the last point of each 16 ms', async () => {
    mount('<canvas id="pad" width="200" height="100"></canvas>');
    const drawing = canvas('pad').getContext('2d');
    const points: number[][] = [];
    let newest: number[] = [];
    let timer = 0;
    const takeNewest = (): void => {
      timer = 0;
      points.push(newest);
      drawing?.fillRect(newest[0] ?? 0, newest[1] ?? 0, 4, 4);
    };
    canvas('pad').addEventListener('pointermove', ({ offsetX, offsetY, buttons }) => {
      if (buttons !== 1) return;
      newest = [offsetX, offsetY];
      timer ||= window.setTimeout(takeNewest, 16);
    });
    const paths = [[[10, 90], [100, 10], [190, 90], [100, 50]]]; // prettier-ignore
    await makeActor()({ name: 'draw_path', ref: 'pad', paths });
    expect(points).toEqual(expect.arrayContaining([[100, 10], [190, 90], [100, 50]])); // prettier-ignore
  });

  it('draws in SVG', async () => {
    mount('<svg id="pad" width="200" height="100"></svg>');
    byId('pad').addEventListener('pointermove', ({ buttons }) => {
      if (buttons === 1) byId('pad').innerHTML += '<path d="M0 0"/>';
    });
    const result = await makeActor()({ name: 'draw_path', ref: 'pad', paths: [[[10, 10], [50, 50]]] }); // prettier-ignore
    expect(result).toMatchObject({ status: 'done' });
  });

  it('does not claim what cannot be seen', async () => {
    mount('<canvas id="still" width="200" height="100"></canvas>');
    const act = makeActor();
    const paths = [[[10, 10], [50, 50]]]; // prettier-ignore
    expect(show(await act({ name: 'draw_path', ref: 'still', paths }))).toContain('not-drawn');
    for (const bad of [undefined, [], [[]], [[[1]]], 'x'])
      expect(show(await act({ name: 'draw_path', ref: 'still', paths: bad }))).toContain('bad-arguments');
  });
});
