import { describe, expect, it } from 'vitest';
import { byId, makeActor, mount, recordEvents, show } from './support';

interface SliderOptions {
  now: number;
  min?: number;
  max?: number;
  step?: number;
  /** Keys that it answers to. */
  keys?: readonly string[];
  /** Shows its value only some time after the key. */
  late?: boolean;
  say?: (now: number) => string;
}

const ALL_KEYS = ['ArrowUp', 'ArrowDown', 'ArrowRight', 'ArrowLeft', 'Home', 'End', 'PageUp', 'PageDown'];

/** A slider as libraries make it: role, values and handlers of keydown. Returns what the application holds. */
function makeSlider(id: string, options: SliderOptions): () => number {
  const { min = 0, max = 100, step = 1, keys = ALL_KEYS, late = false, say } = options;
  const slider = byId(id);
  let { now } = options;
  const draw = (): void => {
    slider.setAttribute('aria-valuenow', String(now));
    if (say) slider.setAttribute('aria-valuetext', say(now));
  };
  slider.setAttribute('aria-valuemin', String(min));
  slider.setAttribute('aria-valuemax', String(max));
  draw();
  slider.addEventListener('keydown', (event) => {
    if (!keys.includes(event.key)) return;
    const moves: Record<string, number> = {
      ArrowUp: step,
      ArrowRight: step,
      ArrowDown: -step,
      ArrowLeft: -step,
      PageUp: 10 * step,
      PageDown: -10 * step,
      Home: -Infinity,
      End: Infinity,
    };
    now = Math.min(max, Math.max(min, now + (moves[event.key] ?? 0)));
    if (late) setTimeout(draw, 20);
    else draw();
  });
  return () => now;
}

const SLIDER =
  '<div id="s" role="slider" tabindex="0" aria-label="Volume" style="width:20px;height:20px"></div>';

describe('set_value on native inputs', () => {
  it('sets ranges and numbers, and is heard', async () => {
    mount(
      '<input id="r" type="range" aria-label="Volume" value="10"><input id="n" type="number" aria-label="Guests" value="1">',
    );
    const seen = recordEvents(byId('r'), ['focus', 'input', 'change']);
    const act = makeActor();
    expect(show(await act({ name: 'set_value', ref: 'r', value: 40 }))).toBe(
      'set textbox "Volume" to "40" {"value":"40"}',
    );
    expect(show(await act({ name: 'set_value', ref: 'n', value: '3' }))).toBe(
      'set textbox "Guests" to "3" {"value":"3"}',
    );
    expect(byId<HTMLInputElement>('r').value).toBe('40');
    expect(byId<HTMLInputElement>('n').value).toBe('3');
    expect(seen).toEqual(['focus', 'input', 'change']);
    expect(show(await act({ name: 'set_value', ref: 'n', value: 3 }))).toContain('nothing changed');
  });

  it('refuses what is outside, and says where a step made it land', async () => {
    mount(`<input id="r" type="range" min="0" max="100" step="10" aria-label="Volume" value="10">
      <input id="n" type="number" min="1" max="9" step="2" aria-label="Guests" value="1">`);
    const act = makeActor();
    expect(show(await act({ name: 'set_value', ref: 'r', value: 47 }))).toBe(
      'set textbox "Volume", which went to "50" when asked for "47" {"value":"50"}',
    );
    expect(show(await act({ name: 'set_value', ref: 'r', value: 150 }))).toBe(
      'bad-value: textbox "Volume" goes from 0 up to 100 in steps of 10: 150 is none of its values. Choose one that is.',
    );
    expect(show(await act({ name: 'set_value', ref: 'n', value: 4 }))).toContain('in steps of 2');
    expect(show(await act({ name: 'set_value', ref: 'n', value: 'four' }))).toContain('bad-value');
    expect(byId<HTMLInputElement>('r').value).toBe('50');
    expect(byId<HTMLInputElement>('n').value).toBe('1');
  });

  it('does not believe an input whose page puts the old value back', async () => {
    mount('<input id="r" type="range" aria-label="Volume" value="10">');
    byId('r').addEventListener('input', () => (byId<HTMLInputElement>('r').value = '10'));
    expect(show(await makeActor()({ name: 'set_value', ref: 'r', value: 40 }))).toContain('not-set');
  });

  it('sets a colour and types into plain fields', async () => {
    mount('<input id="c" type="color" aria-label="Ink"><input id="t" aria-label="Name">');
    const act = makeActor();
    await act({ name: 'set_value', ref: 'c', value: '#ff8800' });
    await act({ name: 'set_value', ref: 't', value: 'Ada' });
    expect(byId<HTMLInputElement>('c').value).toBe('#ff8800');
    expect(byId<HTMLInputElement>('t').value).toBe('Ada');
  });
});

describe('set_value on ranges by ARIA', () => {
  it.each([
    ['one by one', { now: 30 }, 34],
    ['down', { now: 30 }, 27],
    ['by pages', { now: 3 }, 88],
    ['to the end', { now: 3 }, 100],
    ['to the start', { now: 3 }, 0],
    ['below zero', { now: 3, min: -50, max: 50 }, -12],
    ['by fractions', { now: 0.5, max: 1, step: 0.05 }, 0.7],
    ['across only', { now: 30, keys: ['ArrowRight', 'ArrowLeft'] }, 40],
    ['when it shows late', { now: 30, late: true }, 33],
  ] as [string, SliderOptions, number][])('walks %s', async (_, options, wanted) => {
    mount(SLIDER);
    const held = makeSlider('s', options);
    const result = await makeActor()({ name: 'set_value', ref: 's', value: wanted });
    expect(show(result)).toContain('set slider "Volume" to');
    expect(held()).toBeCloseTo(wanted, 9);
  });

  it('goes by what it says where that is another scale', async () => {
    mount(SLIDER);
    const held = makeSlider('s', { now: 0.1, max: 1, step: 0.1, say: (now) => `${Math.round(now * 100)} %` });
    expect(show(await makeActor()({ name: 'set_value', ref: 's', value: '60 %' }))).toContain(
      'set slider "Volume" to "60 %"; the page changed in place {"value":"60 %"',
    );
    expect(held()).toBeCloseTo(0.6);
  });

  it('finds words on either side', async () => {
    mount(SLIDER);
    const words = ['Low', 'Medium', 'High'];
    const held = makeSlider('s', { now: 2, max: 2, say: (now) => words[now] ?? '' });
    const act = makeActor();
    expect(show(await act({ name: 'set_value', ref: 's', value: 'low' }))).toContain('to "Low"');
    expect(held()).toBe(0);
    expect(show(await act({ name: 'set_value', ref: 's', value: 'Ultra' }))).toContain('not-set');
  });

  it('stops at the nearest step and says so', async () => {
    mount(SLIDER);
    makeSlider('s', { now: 20, step: 20 });
    expect(show(await makeActor()({ name: 'set_value', ref: 's', value: 57 }))).toContain(
      'set slider "Volume", which went to "60" when asked for "57"; the page changed in place {"value":"60"',
    );
  });

  it('fails outside of the limits, and where nothing moves', async () => {
    mount(
      `${SLIDER}<div id="m" role="progressbar" aria-label="Done" aria-valuenow="3" style="height:9px"></div>`,
    );
    makeSlider('s', { now: 20, max: 50 });
    const act = makeActor();
    expect(show(await act({ name: 'set_value', ref: 's', value: 80 }))).toBe(
      'bad-value: slider "Volume" goes from 0 to 50: "80" is outside. Choose a value within.',
    );
    expect(show(await act({ name: 'set_value', ref: 'm', value: 80 }))).toContain(
      'not-set: progressbar "Done"',
    );
  });
});

describe('set_value on thumbs that only the pointer moves', () => {
  const TRACK = `<div id="track" style="position:relative;width:200px;height:10px;margin:40px">
    <div id="s" role="slider" aria-label="Price" style="position:absolute;width:20px;height:10px"></div></div>`;

  /** A thumb that says limits which are not those of its track, as one of two does. */
  function makeThumb(now: number, limit: number): () => number {
    const [track, thumb] = [byId('track'), byId('s')];
    const draw = (value: number): void => {
      now = Math.max(limit, Math.min(1000, Math.round(value)));
      thumb.style.left = `${now * 0.2 - 10}px`;
      thumb.setAttribute('aria-valuenow', String(now));
    };
    thumb.setAttribute('aria-valuemin', String(limit));
    thumb.setAttribute('aria-valuemax', '1000');
    draw(now);
    thumb.addEventListener('pointerdown', () => {
      const stop = new AbortController();
      const move = (event: PointerEvent): void =>
        draw((event.clientX - track.getBoundingClientRect().left) / 0.2);
      document.addEventListener('pointermove', move, { signal: stop.signal });
      document.addEventListener('pointerup', () => stop.abort(), { signal: stop.signal });
    });
    return () => now;
  }

  it('drags to the place that the value has', async () => {
    mount(TRACK);
    const held = makeThumb(800, 550);
    const act = makeActor();
    expect(show(await act({ name: 'set_value', ref: 's', value: 700 }))).toContain(
      'set slider "Price" to "700"',
    );
    expect(held()).toBe(700);
    await act({ name: 'set_value', ref: 's', value: 950 });
    expect(held()).toBe(950);
  });
});

describe('set_value on ratings', () => {
  it('picks the star by number, label or place', async () => {
    mount(`<fieldset id="f" aria-label="Stars">${[1, 2, 3]
      .map((n) => `<label>${n} Stars<input type="radio" name="stars" value="${n}"></label>`)
      .join('')}</fieldset>
      <div id="g" role="radiogroup" aria-label="Hearts">${[1, 2, 3]
        .map((n) => `<span role="radio" tabindex="0" aria-checked="false" id="g${n}">♥</span>`)
        .join('')}</div>`);
    for (const heart of byId('g').children)
      heart.addEventListener('click', () => {
        for (const twin of byId('g').children) twin.setAttribute('aria-checked', String(twin === heart));
      });
    const act = makeActor();
    expect(show(await act({ name: 'set_value', ref: 'f', value: 3 }))).toContain('to "3 Stars"');
    expect(document.querySelector<HTMLInputElement>('input:checked')?.value).toBe('3');
    await act({ name: 'set_value', ref: 'g', value: '2' });
    expect(byId('g2').getAttribute('aria-checked')).toBe('true');
    expect(show(await act({ name: 'set_value', ref: 'g', value: '7' }))).toContain('bad-value');
    expect(show(await act({ name: 'set_value', ref: 'f', value: '3' }))).toContain('nothing changed');
  });

  it('says what to use instead', async () => {
    mount('<select id="s" aria-label="Size"><option>S</select><button id="b">Go</button>');
    const act = makeActor();
    expect(show(await act({ name: 'set_value', ref: 's', value: 'S' }))).toBe(
      'not-settable: combobox "Size" has no value to set. Use select_option.',
    );
    expect(show(await act({ name: 'set_value', ref: 'b', value: 1 }))).toContain('not-settable: button "Go"');
  });
});
