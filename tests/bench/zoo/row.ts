import type { AttachedFile } from './attach-files.ts';

/** A line of the observation, named as it is printed there: `e4 combobox "Country"`. */
export interface Line {
  /** Without a name: whatever it is called. */
  line: { role: string; name?: string };
}

/** One call of the vocabulary; every Line in its arguments becomes the ref that the model reads on that line. */
export interface Step {
  name: string;
  args: Record<string, unknown>;
}

/** One row of the zoo's table. */
export interface ZooRow {
  /** `<widget>` or `<widget>/<part>`, where the widget is a file in tests/sites/zoo/widgets. */
  id: string;
  /** As its makers write it. */
  library: string;
  /** The task, in the user's words. */
  wants: string;
  /** Files that the user attaches in the panel before the run. */
  attached?: AttachedFile[];
  steps: Step[];
  /** Words of the one failure that belongs to the row: of an action that no person could do either. */
  refused?: string;
  /** Words that the model must have been shown on the way. */
  told?: string;
  /** What the application holds afterwards: these keys, as JSON; it may hold more. */
  state: Record<string, unknown>;
}

/** The newest line with this role and name; an empty name is a line without one. */
export function line(role: string, name: string): Line {
  return { line: { role, name } };
}

/** The newest line with this role, whatever it is called: some widgets name themselves for one browser only. */
export function anyLine(role: string): Line {
  return { line: { role } };
}

/** Any action; the ones below are the usual ones. */
export function step(name: string, args: Record<string, unknown>): Step {
  return { name, args };
}

export const click = (target: Line): Step => step('click', { ref: target });
export const typeText = (target: Line, text: string): Step => step('type_text', { ref: target, text });
export const choose = (target: Line, text: string): Step => step('choose', { ref: target, text });
export const setChecked = (target: Line, checked: boolean): Step =>
  step('set_checked', { ref: target, checked });
export const setValue = (target: Line, value: string): Step => step('set_value', { ref: target, value });
export const setDate = (target: Line, date: string, end?: string): Step =>
  step('set_date', { ref: target, date, ...(end === undefined ? {} : { end }) });
export const fillForm = (...fields: [target: Line, value: string | boolean | string[]][]): Step =>
  step('fill_form', { fields: fields.map(([ref, value]) => ({ ref, value })) });
export const pressKeys = (keys: string, target?: Line): Step =>
  step('press_keys', { keys, ...(target ? { ref: target } : {}) });
export const hover = (target: Line): Step => step('hover', { ref: target });
export const expand = (target: Line): Step => step('expand', { ref: target });
export const doubleClick = (target: Line): Step => step('click', { ref: target, double: true });
export const drag = (target: Line, to: Line): Step => step('drag', { ref: target, to });
export const clickAt = (target: Line, x: number, y: number): Step => step('click_at', { ref: target, x, y });
export const drawPath = (target: Line, ...paths: [x: number, y: number][][]): Step =>
  step('draw_path', { ref: target, paths });
