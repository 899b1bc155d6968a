import type { FrameObservation, FrameSlot } from '../../page/types';
import type { FrameInfo, Observation } from '../../trajectories/observation';
import { type Answered, type FramePlaces, placeFrames } from './place-frames';

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

/** What is known of the frames of one page, and where each stands. */
interface Stitching {
  places: FramePlaces;
  /** What a line says whose frame said nothing. */
  silence: string;
}

const LATE = '# did not answer in time; what it shows is not known';
const CLOSED = '# cannot be read: it has not loaded, or there is no access to its site';
const AMBIGUOUS = '# one of the frames at the end of this text; which one is not known';

/**
 * One text of all frames: each child's lines stand under the line of its frame in the parent. `isComplete`: no frame
 * of the tab is missing among the answers but those that cannot be read at all.
 */
export function stitchFrames(tabId: number, answers: FrameAnswer[], isComplete = true): Observation {
  const answered = answers.flatMap(({ info, observation }) => (observation ? [{ info, observation }] : []));
  const top = answered.find(({ info }) => info.frameId === 0);
  if (!top) throw new Error('the top frame has no observation');
  const silent = answers.filter(({ observation }) => !observation);
  const places = placeFrames(answered);
  const stitching = { places, silence: silent.length > 0 || !isComplete ? LATE : CLOSED };
  const text = [...textOf(top, stitching), ...listUnplaced(stitching)].join('\n');
  const shown = listShown(top, places);
  const changes = changesOf(shown, stitching, silent.length);
  const { observation } = top;
  return {
    tabId,
    url: observation.url,
    title: observation.title,
    text,
    ...(changes === undefined || changes.length > text.length ? {} : { changes }),
    frames: answers.map((answer) => noteFrame(answer, answered, shown)),
    elements: answered.reduce((sum, each) => sum + each.observation.elements, 0),
    ms: Math.max(...answered.map((each) => each.observation.ms)),
  };
}

/** A frame whose content was not printed has told nothing: it gets no mark, and all of it is news when it is first seen. */
function noteFrame({ info, observation }: FrameAnswer, answered: Answered[], shown: Shown[]): FrameInfo {
  if (!observation) return info;
  const { mark: _mark, ...rest } = info;
  const isShown = shown.some(({ frame }) => frame.info === info);
  return {
    ...rest,
    origin: observation.origin,
    lastRef: lastRefOf(info, answered),
    ...(isShown ? { mark: observation.mark } : {}),
  };
}

/** Of the top frame: of every page and frame so far, also of those that are gone. */
function lastRefOf(info: FrameInfo, answered: Answered[]): number {
  const own = answered.filter((answer) => info.frameId === 0 || answer.info === info);
  return Math.max(info.lastRef ?? 0, ...own.map(({ observation }) => observation.lastRef));
}

function textOf({ observation }: Answered, stitching: Stitching): string[] {
  const lines = observation.text.split('\n');
  const slots = [...observation.frameSlots].sort((one, other) => other.line - one.line);
  for (const slot of slots)
    lines.splice(slot.line + 1, 0, ...indent(contentOf(slot, stitching), slot.indent + 2));
  return lines;
}

function contentOf(slot: FrameSlot, stitching: Stitching): string[] {
  const child = stitching.places.children.get(slot);
  if (child) return textOf(child, stitching).slice(1);
  return [stitching.places.ambiguous.has(slot) ? AMBIGUOUS : stitching.silence];
}

function indent(lines: string[], width: number): string[] {
  return lines.map((line) => ' '.repeat(width) + line);
}

function listUnplaced(stitching: Stitching): string[] {
  return stitching.places.unplaced.flatMap((frame) => [
    lineOf(frame),
    ...indent(textOf(frame, stitching).slice(1), 2),
  ]);
}

function lineOf({ observation: { title, origin } }: Answered): string {
  return `frame ${JSON.stringify(title)} ${origin === 'null' ? 'sandboxed' : origin}`;
}

/** A frame whose content is in the text. */
interface Shown {
  frame: Answered;
  /** Its line, and the frame that has the line. Absent: the top frame, or one that stands at the end. */
  line?: string;
  parent?: Answered;
}

/** In the order of the text, parents first. */
function listShown(top: Answered, places: FramePlaces): Shown[] {
  const shown: Shown[] = [
    { frame: top },
    ...places.unplaced.map((frame) => ({ frame, line: lineOf(frame) })),
  ];
  for (const { frame } of shown) {
    const lines = frame.observation.text.split('\n');
    for (const slot of frame.observation.frameSlots) {
      const child = places.children.get(slot);
      if (child) shown.push({ frame: child, line: (lines[slot.line] ?? 'frame').trim(), parent: frame });
    }
  }
  return shown;
}

/** Changes of what is shown; undefined when all of it is news. A frame that is new is news as a whole. */
function changesOf(shown: Shown[], stitching: Stitching, silent: number): string | undefined {
  if (shown[0]?.frame.observation.changes === undefined) return undefined;
  const news: string[] = [];
  const isNew = new Set<Answered>();
  for (const { frame, line, parent } of shown) {
    const { changes } = frame.observation;
    if (parent && isNew.has(parent)) isNew.add(frame);
    else if (changes === undefined) {
      isNew.add(frame);
      addNewFrame(news, line ?? 'frame', textOf(frame, stitching).slice(1));
    } else if (changes !== NOTHING) news.push(...changes.split('\n'));
  }
  if (silent > 0)
    news.push(`# ${silent} ${silent === 1 ? 'frame' : 'frames'} did not answer and may have changed`);
  return news.length > 0 ? news.join('\n') : NOTHING;
}

const NOTHING = 'nothing changed';

/** Under the line that says that the frame appeared, or with a line of its own when only its document is new. */
function addNewFrame(news: string[], line: string, content: string[]): void {
  let at = news.findIndex((other) => {
    const words = other.startsWith('+ ') ? other.slice(2).trimStart() : '';
    return words === line || words.startsWith(`${line} < `);
  });
  if (at < 0) at = news.push(`+ ${line}`) - 1;
  const depth = /^\+ ( *)/.exec(news[at] ?? '')?.[1]?.length ?? 0;
  news.splice(at + 1, 0, ...indent(content, depth + 2).map((words) => `+ ${words}`));
}
