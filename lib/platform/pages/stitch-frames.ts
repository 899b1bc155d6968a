import type { FrameObservation } from '../../page/types';
import type { FrameInfo, Observation } from '../../trajectories/observation';

/** What one frame answered; `undefined`: it did not answer in time. */
export interface FrameAnswer {
  info: FrameInfo;
  observation: FrameObservation | undefined;
}

/** Gives every frame a prefix that stays: known frames keep theirs, new ones get the next number. The top frame has ''. */
export function assignPrefixes(frameIds: number[], known: FrameInfo[]): FrameInfo[] {
  const byId = new Map(known.map((frame) => [frame.frameId, frame]));
  let last = Math.max(1, ...known.map((frame) => Number(frame.prefix.slice(1)) || 1));
  return frameIds.map((frameId) => {
    if (frameId === 0) return byId.get(0) ?? { frameId, prefix: '', origin: '' };
    return byId.get(frameId) ?? { frameId, prefix: `f${++last}`, origin: '' };
  });
}

/** One text of all frames: each child's lines stand under the line of its frame in the parent. */
export function stitchFrames(tabId: number, answers: FrameAnswer[]): Observation {
  const top = answers.find((answer) => answer.info.frameId === 0)?.observation;
  if (!top) throw new Error('the top frame has no observation');
  const answered = answers.flatMap(({ info, observation }) => (observation ? [{ info, observation }] : []));
  const silent = answers.length - answered.length;
  const changes = changesOf(answered);
  const note = silent > 0 ? `\n# ${silent} ${silent === 1 ? 'frame did' : 'frames did'} not answer` : '';
  return {
    tabId,
    url: top.url,
    title: top.title,
    text: textOf([], answered).join('\n') + note,
    ...(changes === undefined ? {} : { changes }),
    frames: answered.map(({ info, observation }) => ({
      ...info,
      origin: observation.origin,
      lastRef: lastRefOf(info, answered),
      mark: observation.mark,
    })),
    elements: answered.reduce((sum, { observation }) => sum + observation.elements, 0),
    ms: Math.max(...answered.map(({ observation }) => observation.ms)),
  };
}

/** Of the top frame: of every page and frame so far, also of those that are gone. */
function lastRefOf(info: FrameInfo, answered: Answered[]): number {
  const own = answered.filter((answer) => info.frameId === 0 || answer.info === info);
  return Math.max(info.lastRef ?? 0, ...own.map(({ observation }) => observation.lastRef));
}

interface Answered {
  info: FrameInfo;
  observation: FrameObservation;
}

function textOf(path: number[], answered: Answered[]): string[] {
  const own = answered.find(({ observation }) => samePath(observation.framePath, path));
  if (!own) return [];
  const lines = own.observation.text.split('\n');
  const slots = [...own.observation.frameSlots].sort((a, b) => b.line - a.line);
  for (const slot of slots) {
    const [, ...child] = textOf([...path, slot.index], answered);
    lines.splice(slot.line + 1, 0, ...child.map((line) => ' '.repeat(slot.indent + 2) + line));
  }
  return lines;
}

/** Changes of all frames; undefined as soon as one frame is new, because then the whole text is the news. */
function changesOf(answered: Answered[]): string | undefined {
  const all = answered.map(({ observation }) => observation.changes);
  if (all.some((changes) => changes === undefined)) return undefined;
  const news = all.filter(
    (changes): changes is string => changes !== undefined && changes !== 'nothing changed',
  );
  return news.length > 0 ? news.join('\n') : 'nothing changed';
}

function samePath(a: number[], b: number[]): boolean {
  return a.length === b.length && a.every((step, i) => step === b[i]);
}
