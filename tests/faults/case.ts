import type { Point } from './points';
import { attend } from './user';
import type { World } from './world';

/** One thing that is broken at one point of a run, and what is expected of the run afterwards. */
export interface FaultCase {
  name: string;
  /** Is among the few that `npm test` tries. */
  isFast?: boolean;
  /** Breaks much in one run, and takes long. */
  isLong?: boolean;
  /** Plays the case to its end; the oracle looks at the run afterwards. */
  play(world: World): Promise<void>;
}

/** Something that can be broken at any point. */
export interface Injection {
  name: string;
  /** Breaks it; returns how it is mended, if somebody has to. */
  inject(world: World): Promise<void | (() => Promise<void>)>;
  /** Default: the run gets done, with a user who answers and lets it go on when it rests. */
  expect?(world: World): Promise<void>;
}

/** Breaks one thing at each of the points, each in a run of its own. */
export function atEach(injection: Injection, points: Point[], fast: string[] = []): FaultCase[] {
  return points.map((point) => ({
    name: `${injection.name} ${point.name}`,
    isFast: fast.includes(point.name),
    async play(world) {
      const letGo = await point.reach(world);
      const mend = await injection.inject(world);
      world.injected.push(`${injection.name} ${point.name}`);
      await letGo();
      if (mend) await mend();
      await (injection.expect ?? expectDone)(world);
    },
  }));
}

export async function expectDone(world: World): Promise<void> {
  await attend(world);
}
