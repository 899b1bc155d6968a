import type { Wall } from '../../trajectories/wall';
import type { RunState } from '../state';
import { findWall, type WalledPage } from './find-wall';

/**
 * The wall that a run meets in this page. A recipe knows where it asks the user to sign in, and who starts a run on a page for
 * that has seen it: there the planner decides. Of tests for people neither knows.
 */
export function findWallOfRun({ planner, task, startUrl }: RunState, page: WalledPage): Wall | undefined {
  const wall = findWall(page, task.text);
  if (wall === undefined || wall.kind === 'captcha') return wall;
  return planner.kind === 'recipe' || isSamePage(startUrl, page.url) ? undefined : wall;
}

function isSamePage(one: string, other: string): boolean {
  const [first, second] = [URL.parse(one), URL.parse(other)];
  if (!first || !second) return false;
  return first.origin === second.origin && first.pathname === second.pathname && first.hash === second.hash;
}

/** Under this name the run waits for the user to deal with it. */
export function wallId({ kind, origin }: Wall): string {
  return `wall:${kind}:${origin}`;
}

export function isWallId(actionId: string): boolean {
  return actionId.startsWith('wall:');
}
