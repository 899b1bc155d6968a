import { describe, expect, it } from 'vitest';
import { guessFormat, writeDate } from '../../../lib/page/act/dates/date-format';
import { monthNames } from '../../../lib/page/act/dates/month-names';
import { readFullDate, saysWhen } from '../../../lib/page/act/dates/read-date';
import { formatWhen, parseWhen } from '../../../lib/page/act/dates/when';
import { byId, makeActor, mount, show } from './support';

const setDate = (ref: string, date: string, end?: string) =>
  makeActor()({ name: 'set_date', ref, date, ...(end === undefined ? {} : { end }) });

const value = (id: string): string => byId<HTMLInputElement>(id).value;

interface Picker {
  chosen: string[];
  isOpen(): boolean;
}

interface Build {
  language?: string;
  /** Days are buttons in cells, or mere text with the days of the months before and after. */
  looks?: 'buttons' | 'text';
  disabled?: (date: string) => boolean;
  range?: boolean;
  inline?: boolean;
  refuses?: boolean;
}

const iso = (date: Date): string =>
  formatWhen({ year: date.getFullYear(), month: date.getMonth() + 1, day: date.getDate() });

/** A date picker as libraries build them. It begins in November 2026, whatever the time is. */
function mountPicker(build: Build = {}): Picker {
  const { language = 'en', looks = 'text', range = false, inline = false } = build;
  document.documentElement.lang = language;
  mount(`<label for="f">Day</label><div><input id="f" readonly></div><div id="where"></div>`);
  const field = byId<HTMLInputElement>('f');
  const picker: Picker = { chosen: [], isOpen: () => document.getElementById('popup') !== null };
  let month = new Date(2026, 10, 1);
  const close = (): void => document.getElementById('popup')?.remove();
  const take = (date: Date): void => {
    if (build.refuses) return;
    picker.chosen = range && picker.chosen.length === 1 ? [...picker.chosen, iso(date)] : [iso(date)];
    field.value = picker.chosen.join(' to ');
    if (!inline && picker.chosen.length === (range ? 2 : 1)) close();
    else draw();
  };
  const draw = (): void => {
    close();
    const popup = document.createElement('div');
    popup.id = 'popup';
    if (!inline) popup.style.cssText = 'position:absolute;top:90px;left:0;width:300px';
    const title = month.toLocaleDateString(language, { month: 'long', year: 'numeric' });
    popup.innerHTML = `<div style="display:flex;justify-content:space-between"><span class="turn" style="cursor:pointer;width:20px">‹</span><b>${title}</b><span class="turn" style="cursor:pointer;width:20px">›</span></div><table id="grid" role="grid"></table>`;
    popup.querySelectorAll('.turn').forEach((turn, at) =>
      turn.addEventListener('click', () => {
        month = new Date(month.getFullYear(), month.getMonth() + (at === 0 ? -1 : 1), 1);
        draw();
      }),
    );
    const first = new Date(month.getFullYear(), month.getMonth(), looks === 'text' ? 1 - month.getDay() : 1);
    for (let at = 0; at < 42; at++) {
      const date = new Date(first.getFullYear(), first.getMonth(), first.getDate() + at);
      if (looks === 'buttons' && date.getMonth() !== month.getMonth()) break;
      const cell = document.createElement(looks === 'buttons' ? 'button' : 'td');
      cell.textContent = String(date.getDate());
      if (inline) cell.setAttribute('aria-selected', String(picker.chosen.includes(iso(date))));
      if (build.disabled?.(iso(date))) cell.setAttribute('aria-disabled', 'true');
      else cell.addEventListener('click', () => take(date));
      popup.querySelector('table')?.append(cell);
    }
    (inline ? byId('where') : document.body).append(popup);
  };
  if (inline) draw();
  else field.addEventListener('click', () => (picker.isOpen() ? close() : draw()));
  field.addEventListener('keydown', ({ key }) => (key === 'Escape' ? close() : undefined));
  return picker;
}

describe('set_date on native fields', () => {
  it.each([
    ['date', '2027-02-14', '2027-02-14'],
    ['datetime-local', '2027-02-14T09:05', '2027-02-14T09:05'],
    ['month', '2027-02', '2027-02'],
    ['time', '09:05', '09:05'],
    ['week', '2027-01-02', '2026-W53'],
  ])('of type %s', async (type, date, held) => {
    mount(`<input id="f" type="${type}" aria-label="When">`);
    expect(show(await setDate('f', date))).toContain(`set textbox "When" to ${held}`);
    expect(value('f')).toBe(held);
    expect(show(await setDate('f', date))).toContain('already');
  });

  it('tells what they take', async () => {
    mount('<input id="f" type="date" aria-label="When" min="2027-03-01">');
    expect(show(await setDate('f', '2027-02'))).toContain(
      'bad-value: textbox "When" takes YYYY-MM-DD, not 2027-02',
    );
    expect(show(await setDate('f', '2027-02-14'))).toContain(
      'date-not-allowed: textbox "When" takes dates from 2027-03-01',
    );
    expect(show(await setDate('f', '2027-02-30'))).toContain('bad-arguments');
    expect(show(await setDate('f', '2027-04-01', '2027-04-02'))).toContain('takes one date');
  });

  it('says so when the application takes it back', async () => {
    mount('<input id="f" type="date" aria-label="When">');
    byId('f').addEventListener('change', () => (byId<HTMLInputElement>('f').value = ''));
    expect(show(await setDate('f', '2027-02-14'))).toContain('not-set');
  });
});

describe('set_date in a calendar', () => {
  it.each<[string, Build]>([
    ['of text, with days of other months', {}],
    ['of buttons', { looks: 'buttons' }],
    ['in German', { language: 'de' }],
    ['in Chinese', { language: 'zh' }],
    ['in Russian', { language: 'ru' }],
  ])('%s', async (_, build) => {
    const picker = mountPicker(build);
    expect(show(await setDate('f', '2027-03-31'))).toContain('to 2027-03-31');
    expect(picker.chosen).toEqual(['2027-03-31']);
    expect(picker.isOpen()).toBe(false);
    expect(show(await setDate('f', '2027-03-31'))).toContain('was 2027-03-31 already');
    expect(show(await setDate('f', '2026-08-01'))).toContain('to 2026-08-01');
    expect(picker.chosen).toEqual(['2026-08-01']);
    document.documentElement.lang = 'en';
  });

  it('that takes both ends of a range', async () => {
    const picker = mountPicker({ range: true });
    expect(show(await setDate('f', '2026-12-30', '2027-01-02'))).toContain('to 2026-12-30 to 2027-01-02');
    expect(picker.chosen).toEqual(['2026-12-30', '2027-01-02']);
  });

  it('that stands in the page', async () => {
    const picker = mountPicker({ inline: true });
    expect(show(await setDate('grid', '2027-01-15'))).toContain('to 2027-01-15');
    expect(picker.chosen).toEqual(['2027-01-15']);
  });

  it('whose day is disabled, and closes it', async () => {
    const picker = mountPicker({ disabled: (date) => date === '2026-12-24' });
    expect(show(await setDate('f', '2026-12-24'))).toContain('date-not-allowed: 2026-12-24 cannot be chosen');
    expect(picker.chosen).toEqual([]);
    expect(picker.isOpen()).toBe(false);
  });

  it('that does not take it', async () => {
    mountPicker({ refuses: true });
    expect(show(await setDate('f', '2026-12-24'))).toContain(
      'not-set: textbox "Day" did not take 2026-12-24',
    );
  });
});

describe('set_date in fields that are typed into', () => {
  it.each([
    ['MM/DD/YYYY', '02/03/2027'],
    ['dd.mm.yyyy', '03.02.2027'],
    ['TT.MM.JJJJ', '03.02.2027'],
    ['jj/mm/aaaa', '03/02/2027'],
    ['YYYY-MM-DD', '2027-02-03'],
    ['d/m/yy', '3/2/27'],
  ])('as their placeholder %s says', async (placeholder, typed) => {
    mount(`<input id="f" aria-label="When" placeholder="${placeholder}">`);
    expect(show(await setDate('f', '2027-02-03'))).toContain('set textbox "When" to 2027-02-03');
    expect(value('f')).toBe(typed);
  });

  it('with the year first where nothing says what comes first', async () => {
    mount('<input id="f" aria-label="When">');
    await setDate('f', '2027-02-03');
    expect(value('f')).toBe('2027-02-03');
  });

  it('fails when they put the old text back', async () => {
    mount('<input id="f" aria-label="When" value="x">');
    byId('f').addEventListener('blur', () => (byId<HTMLInputElement>('f').value = 'x'));
    expect(show(await setDate('f', '2027-02-03'))).toContain('not-set');
  });
});

describe('set_date in parts', () => {
  it('of three selects, by the group or any of them', async () => {
    const options = (from: number, to: number) =>
      Array.from({ length: to - from + 1 }, (_, at) => `<option>${from + at}</option>`).join('');
    const months = Array.from(
      { length: 12 },
      (_, at) =>
        `<option value="${at}">${new Date(2026, at, 1).toLocaleDateString('en', { month: 'long' })}</option>`,
    ).join('');
    mount(
      `<fieldset id="g"><legend>Born</legend><select id="d" aria-label="D">${options(1, 31)}</select><select id="m" aria-label="M">${months}</select><select id="y" aria-label="Y">${options(1950, 2030)}</select></fieldset>`,
    );
    expect(show(await setDate('g', '1990-05-17'))).toContain('to 1990-05-17');
    expect([value('d'), value('m'), value('y')]).toEqual(['17', '4', '1990']);
    expect(show(await setDate('m', '1990-06-18'))).toContain('to 1990-06-18');
    expect([value('d'), value('m'), value('y')]).toEqual(['18', '5', '1990']);
  });

  it('of sections that take one key after the other', async () => {
    const section = (name: string, most: number) =>
      `<span id="${name}" role="spinbutton" tabindex="0" contenteditable="true" aria-label="${name}" aria-valuemax="${most}">--</span>`;
    mount(
      `<div id="g" role="group" aria-label="When">${section('Month', 12)}/${section('Day', 31)}/${section('Year', 9999)}</div>`,
    );
    for (const name of ['Month', 'Day', 'Year']) {
      let typed = '';
      byId(name).addEventListener('focus', () => (typed = ''));
      byId(name).addEventListener('beforeinput', (event) => {
        event.preventDefault();
        typed += event.data ?? '';
        byId(name).textContent = typed;
        byId(name).setAttribute('aria-valuenow', String(Number(typed)));
      });
    }
    expect(show(await setDate('g', '2027-02-14'))).toContain('to 2027-02-14');
    expect(byId('g').textContent).toBe('02/14/2027');
    expect(show(await setDate('Day', '2027-02-14'))).toContain('already');
  });
});

describe('dates as text', () => {
  const names = monthNames(['de', 'en']);
  it.each([
    ['2027-02-14', 'yes'],
    ['14.02.2027', 'yes'],
    ['02/14/2027', 'yes'],
    ['Choose Sunday, February 14th, 2027', 'yes'],
    ['14. Februar 2027', 'yes'],
    ['14 Feb 27', 'no'],
    ['2027年2月14日', 'yes'],
    ['15.02.2027', 'no'],
    ['2027-02-13', 'no'],
    ['', 'no'],
  ])('%j says 14 February 2027: %s', (text, says) => {
    expect(saysWhen(text, { year: 2027, month: 2, day: 14 }, names)).toBe(says);
  });

  it('that can be read in two ways only may say it, unless the field tells the order', () => {
    const third = { year: 2027, month: 2, day: 3 };
    expect(saysWhen('03/02/2027', third, names)).toBe('maybe');
    expect(saysWhen('03/02/2027', third, names, 'DMY')).toBe('yes');
    expect(saysWhen('03/02/2027', third, names, 'MDY')).toBe('no');
    expect(saysWhen('3/3/2027', { year: 2027, month: 3, day: 3 }, names)).toBe('yes');
  });

  it('with a time', () => {
    const when = { year: 2027, month: 2, day: 14, hour: 17, minute: 45 };
    expect(saysWhen('2027-02-14 17:45', when, names)).toBe('yes');
    expect(saysWhen('02/14/2027 05:45 PM', when, names)).toBe('yes');
    expect(saysWhen('2027-02-14 05:45', when, names)).toBe('no');
  });

  it('are read whole or not at all', () => {
    expect(readFullDate('November 2026', names)).toEqual({ year: 2026, month: 11 });
    expect(readFullDate('30, November, 2026', names)).toEqual({ year: 2026, month: 11, day: 30 });
    expect(readFullDate('Maybe 12', names)).toBeUndefined();
    expect(parseWhen('2026-02-29')).toBeUndefined();
    expect(parseWhen('2028-02-29')).toEqual({ year: 2028, month: 2, day: 29 });
  });

  it('are written as a field shows', () => {
    const field = document.createElement('input');
    const when = { year: 2027, month: 2, day: 3 };
    expect(writeDate(when, guessFormat(field, '31/12/2026', ['en']))).toBe('03/02/2027');
    expect(writeDate(when, guessFormat(field, '', ['en-US']))).toBe('02/03/2027');
    expect(writeDate(when, guessFormat(field, '', ['de']))).toBe('03.02.2027');
  });
});
