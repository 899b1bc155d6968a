import type { FrameMarks, FrameObservation, FrameSlot } from '../../page/types';
import type { FrameInfo } from '../../trajectories/observation';

/** A frame and what it said of itself. */
export interface Answered {
  info: FrameInfo;
  observation: FrameObservation;
}

export interface FramePlaces {
  /** Which frame stands in which line. */
  children: Map<FrameSlot, Answered>;
  /** Frames that can be seen, but in which line they stand cannot be told. */
  unplaced: Answered[];
  /** Lines in one of which an unplaced frame stands. */
  ambiguous: Set<FrameSlot>;
}

/** Lines that may be those of one frame. */
interface Candidates {
  child: Answered;
  slots: FrameSlot[];
  /** There is no other line for it: it stands there or nowhere. */
  isSure: boolean;
}

/**
 * Finds the line of each frame in the text of the frame around it. By key where both sides know one; else by the way through
 * `window.frames`; and where that leads nowhere (shadow trees) by name and size, if only one line and one frame fit.
 * Frames without a line are hidden or left out there, and their content with them.
 */
export function placeFrames(answered: Answered[]): FramePlaces {
  const tops = answered.filter(({ info }) => info.frameId === 0);
  const all = answered
    .filter(({ info, observation }) => info.frameId !== 0 && hasSize(observation.frameMarks))
    .map((child) => findCandidates(child, answered));
  const children = new Map<FrameSlot, Answered>();
  for (const { child, slots, isSure } of all)
    if (isSure && slots[0] && !children.has(slots[0])) children.set(slots[0], child);
  const open = all.filter(({ isSure, slots }) => !isSure && slots.some((slot) => !children.has(slot)));
  for (const { child, slots } of open) {
    const fitting = slots.filter((slot) => !children.has(slot) && fits(slot, child));
    const rivals = open.filter((other) => fitting[0] && fits(fitting[0], other.child));
    if (fitting[0] && fitting.length === 1 && rivals.length === 1) children.set(fitting[0], child);
  }
  const placed = new Set(children.values());
  const lost = open.filter(({ child }) => !placed.has(child));
  return {
    children,
    unplaced: withinShown(lost, answered, [...tops, ...placed]),
    ambiguous: new Set(lost.flatMap(({ slots }) => slots.filter((slot) => !children.has(slot)))),
  };
}

function hasSize({ width, height }: FrameMarks): boolean {
  return width >= 2 && height >= 2;
}

function findCandidates(child: Answered, answered: Answered[]): Candidates {
  const { frameKey, framePath } = child.observation;
  const parents = findParents(child, answered);
  const slots = parents.flatMap(({ observation }) => observation.frameSlots);
  const same = slots.filter(({ key }) => key !== undefined && key === frameKey);
  if (same.length > 0) return { child, slots: same, isSure: true };
  const index = framePath.at(-1);
  const possible = slots.filter(
    (slot) => slot.index === index && (slot.key === undefined || frameKey === undefined),
  );
  return { child, slots: possible, isSure: parents.length === 1 && index !== -1 };
}

function findParents({ observation }: Answered, answered: Answered[]): Answered[] {
  const { parentKey, framePath } = observation;
  const known = answered.filter(
    (other) => parentKey !== undefined && other.observation.frameKey === parentKey,
  );
  if (known.length > 0) return known;
  const path = framePath.slice(0, -1);
  return answered.filter((other) => samePath(other.observation.framePath, path));
}

function fits(slot: FrameSlot, { observation }: Answered): boolean {
  const { name, width, height } = observation.frameMarks;
  return (
    slot.marks.name === name &&
    Math.abs(slot.marks.width - width) <= 1 &&
    Math.abs(slot.marks.height - height) <= 1
  );
}

/** What stands in a frame that is hidden itself cannot be seen either. */
function withinShown(lost: Candidates[], answered: Answered[], shown: Answered[]): Answered[] {
  return lost
    .map(({ child }) => child)
    .filter((child) => findParents(child, answered).some((parent) => shown.includes(parent)));
}

function samePath(a: number[], b: number[]): boolean {
  return a.length === b.length && a.every((step, i) => step === b[i]);
}
