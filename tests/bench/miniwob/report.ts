import type { Episode } from './play-episode.ts';

/** A task counts as solved from this mean reward on. */
const SOLVED = 0.8;

export interface TaskScore {
  task: string;
  /** Mean over the seeds of the raw reward, where less than nothing counts as nothing. */
  meanReward: number;
  solved: boolean;
  rewards: number[];
  medianMs: number;
}

export interface Summary {
  tasks: number;
  solved: number;
  meanReward: number;
}

export function scoreTasks(episodes: readonly Episode[]): TaskScore[] {
  const byTask = Map.groupBy(episodes, ({ task }) => task);
  return [...byTask.entries()]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([task, played]) =>
      scoreTask(
        task,
        [...played].sort((one, other) => one.seed - other.seed),
      ),
    );
}

function scoreTask(task: string, played: readonly Episode[]): TaskScore {
  const rewards = played.map(({ rawReward }) => Math.max(0, rawReward));
  const meanReward = mean(rewards);
  const times = played.map(({ ms }) => ms).sort((one, other) => one - other);
  return {
    task,
    meanReward,
    // The mean of five rewards of 0.8 is a hair less than 0.8.
    solved: meanReward >= SOLVED - 1e-9,
    rewards,
    medianMs: times[Math.floor(times.length / 2)] ?? 0,
  };
}

export function summarise(scores: readonly TaskScore[]): Summary {
  return {
    tasks: scores.length,
    solved: scores.filter(({ solved }) => solved).length,
    meanReward: Number(mean(scores.map(({ meanReward }) => meanReward)).toFixed(3)),
  };
}

/** The table of all tasks, and what went wrong in the episodes without a full reward. */
export function renderReport(
  scores: readonly TaskScore[],
  episodes: readonly Episode[],
  setting: string,
): string {
  const { tasks, solved, meanReward } = summarise(scores);
  const rows = scores.map(
    ({ task, meanReward: reward, solved: isSolved, rewards, medianMs }) =>
      `| ${task} | ${reward.toFixed(2)} | ${isSolved ? 'yes' : ''} | ${rewards.map((one) => one.toFixed(2)).join(' ')} | ${String(medianMs)} |`,
  );
  const short = episodes.filter(({ rawReward }) => rawReward < 1).map(tellShortfall);
  return [
    '# MiniWoB++',
    '',
    `${setting}. ${String(solved)} of ${String(tasks)} tasks solved (mean reward of at least ${String(SOLVED)}), mean reward ${String(meanReward)}.`,
    '',
    '| task | mean reward | solved | rewards | ms |',
    '|---|---|---|---|---|',
    ...rows,
    '',
    '## Episodes without the full reward',
    '',
    ...short,
    '',
  ].join('\n');
}

function tellShortfall({ task, seed, rawReward, instruction, status, said, reason }: Episode): string {
  const why = [status, said.replaceAll(/\s+/g, ' ').slice(0, 200), reason ?? ''].filter(Boolean).join(' · ');
  return `- ${task} ${String(seed)}: ${rawReward.toFixed(2)} · ${JSON.stringify(instruction)} · ${why}`;
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((total, value) => total + value, 0) / values.length;
}
