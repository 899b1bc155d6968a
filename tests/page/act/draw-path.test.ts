import { describe, expect, it } from 'vitest';
import { byId, makeActor, makeTarget, mount, recordEvents, show } from './support';

/** Follows the pointer from press to release, as d3 and jQuery UI do it. */
function makeMovable(id: string): void {
  let from: { x: number; y: number } | undefined;
  byId(id).addEventListener('mousedown', ({ clientX, clientY }) => (from = { x: clientX, y: clientY }));
  window.addEventListener('mousemove', ({ clientX, clientY }) => {
    if (from) byId(id).setAttribute('transform', `translate(${clientX - from.x}, ${clientY - from.y})`);
  });
  window.addEventListener('mouseup', () => (from = undefined));
}

const DRAWING =
  '<svg width="200" height="100" style="position:absolute;left:0;top:0"><circle id="ball" cx="50" cy="50" r="20"/></svg>';

describe('draw_path without a ref', () => {
  it('drags what is drawn at the point of the screen', async () => {
    mount(DRAWING);
    makeMovable('ball');
    const message = show(await makeActor()({ name: 'draw_path', paths: [[[50, 50], [120, 40]]] })); // prettier-ignore
    expect(message).toContain('drew 1 stroke');
    expect(message).toContain('the picture changed');
    expect(byId('ball').getAttribute('transform')).toBe('translate(70, -10)');
  });

  it('sees what moves inside of what was pressed', async () => {
    mount(
      '<div id="map" style="position:absolute;left:0;top:0;width:200px;height:100px"><img id="tile" alt="" style="position:absolute;left:0;top:0;width:50px;height:50px;pointer-events:none"></div>',
    );
    byId('map').addEventListener('mousemove', ({ buttons, clientX }) => {
      if (buttons === 1) byId('tile').style.left = `${clientX}px`;
    });
    const message = show(await makeActor()({ name: 'draw_path', paths: [[[20, 20], [90, 20]]] })); // prettier-ignore
    expect(message).toContain('the picture changed');
  });

  it('says that nothing came of it', async () => {
    mount(DRAWING);
    const message = show(await makeActor()({ name: 'draw_path', paths: [[[50, 50], [120, 40]]] })); // prettier-ignore
    expect(message).toContain('not-drawn');
    expect(show(await makeActor()({ name: 'draw_path', paths: [[[-5, 50]]] }))).toContain('outside');
  });

  it('presses nothing but what was judged, at the beginning of each stroke', async () => {
    mount(`${DRAWING}<button id="buy" style="position:absolute;left:0;top:120px">Buy</button>`);
    makeMovable('ball');
    const pressed = recordEvents(byId('buy'), ['mousedown']);
    const paths = [[[50, 50], [120, 40]], [[10, 130], [12, 130]]]; // prettier-ignore
    const result = await makeActor()({ name: 'draw_path', paths }, { expected: makeTarget(byId('ball')) });
    expect(result).toMatchObject({ status: 'failed', failure: { code: 'changed-since-approval' } });
    expect(pressed).toEqual([]);
  });
});
