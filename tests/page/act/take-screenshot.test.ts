import { describe, expect, it } from 'vitest';
import type { PicturePlan } from '../../../lib/page/act/take-screenshot';
import { byId, makeActor, mount, show } from './support';

async function planOf(ref?: string): Promise<PicturePlan> {
  const result = await makeActor()({ name: 'take_screenshot', ...(ref === undefined ? {} : { ref }) });
  if (result.status !== 'done') throw new Error(show(result));
  return JSON.parse(result.data ?? '') as PicturePlan;
}

describe('take_screenshot', () => {
  it('says where secrets and other documents are drawn, and nothing of hidden ones', async () => {
    mount(
      '<input id="p" type="password"><input id="c" autocomplete="cc-number"><input id="t"><input type="password" hidden><iframe id="f"></iframe>',
    );
    const plan = await planOf();
    const areaOf = (id: string) => {
      const { left, top, width, height } = byId(id).getBoundingClientRect();
      return { left, top, width, height };
    };
    expect(plan.secrets).toEqual([areaOf('p'), areaOf('c')]);
    expect(plan.frames).toEqual([areaOf('f')]);
    expect(plan.view).toMatchObject({ width: innerWidth, height: innerHeight });
    expect(plan.element).toBeUndefined();
  });

  it('finds secrets in shadow trees', async () => {
    mount('<div id="host"></div>');
    byId('host').attachShadow({ mode: 'open' }).innerHTML = '<input type="password">';
    expect((await planOf()).secrets).toHaveLength(1);
  });

  it('brings the element into view', async () => {
    mount('<div style="height: 4000px"></div><button id="low" style="height: 40px">Low</button>');
    const { element, view } = await planOf('low');
    expect(element?.name).toBe('button "Low"');
    expect(element?.area.height).toBe(40);
    expect(element?.area.top).toBeGreaterThanOrEqual(0);
    expect((element?.area.top ?? 0) + 40).toBeLessThanOrEqual(view.height);
  });
});
