import type { Script } from './step.ts';

/**
 * Tasks that the built-in rules cannot read off the page, each worked out from the page's own state. A script is a
 * function of its own, because it is sent into the page: nothing around it is known there.
 */
export const SCRIPTS: Readonly<Record<string, Script>> = {
  'ascending-numbers': () => {
    const numbers = [...document.querySelectorAll('svg text')];
    return numbers
      .toSorted((one, other) => Number(one.textContent) - Number(other.textContent))
      .map((number) => {
        const { left, top, width, height } = number.getBoundingClientRect();
        return { point: [left + width / 2, top + height / 2] };
      });
  },
  'bisect-angle': () => {
    // The vertex is the end that both lines share.
    const lines = [...document.querySelectorAll<SVGLineElement>('svg line')].map((line) =>
      ['x1', 'y1', 'x2', 'y2'].map((name) => Number(line.getAttribute(name))),
    );
    const [[ax = 0, ay = 0, bx = 0, by = 0] = [], [cx = 0, cy = 0, dx = 0, dy = 0] = []] = lines;
    const shares = (x: number, y: number) => Math.hypot(x - cx, y - cy) < 3 || Math.hypot(x - dx, y - dy) < 3;
    const [vx, vy, px, py] = shares(ax, ay) ? [ax, ay, bx, by] : [bx, by, ax, ay];
    const [qx, qy] = Math.hypot(vx - cx, vy - cy) < 3 ? [dx, dy] : [cx, cy];
    const [p, q] = [Math.hypot(px - vx, py - vy), Math.hypot(qx - vx, qy - vy)];
    const x = (px - vx) / p + (qx - vx) / q;
    const y = (py - vy) / p + (qy - vy) / q;
    const length = Math.hypot(x, y);
    const { left, top } = (document.querySelector('svg') as Element).getBoundingClientRect();
    return [{ point: [left + vx + (40 * x) / length, top + vy + (40 * y) / length] }, { button: 'Submit' }];
  },
  'circle-center': () => {
    const { left, top, width, height } = (
      document.querySelector('.black-circle') as Element
    ).getBoundingClientRect();
    return [{ point: [left + width / 2, top + height / 2] }, { button: 'Submit' }];
  },
  'click-color': (instruction) => {
    const colour = /the (\S+) colored/.exec(instruction)?.[1] ?? '';
    const box = document.querySelector(`#area [data-color="${colour}"]`) as Element;
    const { left, top, width, height } = box.getBoundingClientRect();
    return [{ point: [left + width / 2, top + height / 2] }];
  },
  'click-shades': (instruction) => {
    const colour = /shades of (\w+)/.exec(instruction)?.[1] ?? '';
    const shades = [...document.querySelectorAll(`#area [data-color="${colour}"]`)];
    return [
      ...shades.map((shade): { point: [number, number] } => {
        const { left, top, width, height } = shade.getBoundingClientRect();
        return { point: [left + width / 2, top + height / 2] };
      }),
      { button: 'Submit' },
    ];
  },
  'copy-paste': () => {
    const source = document.querySelector('textarea') as HTMLTextAreaElement;
    const fields = [...document.querySelectorAll('#area textarea, #area input')];
    const target = fields.indexOf(document.querySelector('#answer-input') as Element);
    return [{ field: target, text: source.value }, { button: 'Submit' }];
  },
  'copy-paste-2': (instruction) => {
    const place = Number(/(\d)(?:st|nd|rd)/.exec(instruction)?.[1] ?? '1') - 1;
    const source = document.querySelectorAll('textarea')[place] as HTMLTextAreaElement;
    const fields = [...document.querySelectorAll('#area textarea, #area input')];
    const target = fields.indexOf(document.querySelector('#answer-input') as Element);
    return [{ field: target, text: source.value }, { button: 'Submit' }];
  },
  'find-greatest': () => {
    const cards = [...document.querySelectorAll('.card')];
    const valueOf = (card: Element) => Number(card.querySelector('.card-value')?.textContent);
    const greatest = cards.toSorted((one, other) => valueOf(other) - valueOf(one))[0] as Element;
    const { left, top, width, height } = greatest.getBoundingClientRect();
    return [{ point: [left + width / 2, top + height / 2] }, { button: 'Submit' }];
  },
  'find-midpoint': () => {
    const [one, other] = [...document.querySelectorAll('svg circle')].map((circle) =>
      circle.getBoundingClientRect(),
    ) as [DOMRect, DOMRect];
    const x = (one.left + one.right + other.left + other.right) / 4;
    const y = (one.top + one.bottom + other.top + other.bottom) / 4;
    return [{ point: [x, y] }, { button: 'Submit' }];
  },
  'grid-coordinate': (instruction) => {
    const id = /\(-?\d,-?\d\)/.exec(instruction)?.[0] ?? '';
    const circle = document.getElementById(id) as Element;
    const { left, top, width, height } = circle.getBoundingClientRect();
    return [{ point: [left + width / 2, top + height / 2] }];
  },
  'odd-or-even': () => {
    const rows = [...document.querySelectorAll('.row')];
    return [
      ...rows.map((row): { point: [number, number] } => {
        const odd = Math.abs(Number(row.querySelector('.display-number')?.textContent)) % 2 === 1;
        const button = row.querySelector(odd ? '.odd' : '.even') as Element;
        const { left, top, width, height } = button.getBoundingClientRect();
        return { point: [left + width / 2, top + height / 2] };
      }),
      { button: 'Submit' },
    ];
  },
  'right-angle': () => {
    const [point, vertex] = ['#init-black', '#init-blue'].map((selector) => {
      const { left, top, width, height } = (
        document.querySelector(selector) as Element
      ).getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    }) as [{ x: number; y: number }, { x: number; y: number }];
    const [dx, dy] = [point.x - vertex.x, point.y - vertex.y];
    const area = (document.querySelector('svg') as Element).getBoundingClientRect();
    const isInside = (x: number, y: number) =>
      x > area.left + 4 && x < area.right - 4 && y > area.top + 4 && y < area.bottom - 4;
    for (let share = 1; share > 0.05; share -= 0.05)
      for (const turn of [share, -share]) {
        const [x, y] = [vertex.x - dy * turn, vertex.y + dx * turn];
        if (isInside(x, y)) return [{ point: [x, y] }, { button: 'Submit' }];
      }
    return [{ button: 'Submit' }];
  },
};
