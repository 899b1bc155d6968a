import type { FaultCase } from './case';
import { CLOCK_CASES } from './injections/clock';
import { EXTENSION_CASES } from './injections/extension';
import { MODEL_CASES } from './injections/model';
import { PANEL_CASES } from './injections/panel';
import { STORAGE_CASES } from './injections/storage';
import { TAB_CASES } from './injections/tab';
import { WORKER_CASES } from './injections/worker';

/** Every fault at every point that it is tried at, each in a run of its own. */
export const ALL_CASES: FaultCase[] = [
  ...WORKER_CASES,
  ...EXTENSION_CASES,
  ...TAB_CASES,
  ...PANEL_CASES,
  ...STORAGE_CASES,
  ...CLOCK_CASES,
  ...MODEL_CASES,
];
