import type { Wall } from '../../trajectories/wall';
import type { RunState } from '../state';
import { findWall, type WalledPage } from './find-wall';

/** The wall that a run meets in this page. A recipe knows where it asks the user to sign in; tests it does not know. */
export function findWallOfRun({ planner, task }: RunState, page: WalledPage): Wall | undefined {
  const wall = findWall(page, task.text);
  return planner.kind === 'recipe' && wall?.kind !== 'captcha' ? undefined : wall;
}

/** Under this name the run waits for the user to deal with it. */
export function wallId({ kind, origin }: Wall): string {
  return `wall:${kind}:${origin}`;
}

export function isWallId(actionId: string): boolean {
  return actionId.startsWith('wall:');
}
