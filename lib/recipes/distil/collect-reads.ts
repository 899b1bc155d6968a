import type { RunEvent } from '../../trajectories/event';
import { parseObservation } from '../observation-lines';
import type { ReadStep, RecipeStep } from '../schema';
import type { DoneStep } from './done-steps';
import { findReads } from './find-reads';
import type { ParamBook } from './param-book';
import type { StepWriter } from './step-writer';

interface Parts {
  answer: string;
  events: readonly RunEvent[];
  /** The steps that were written, in order. */
  rest: readonly DoneStep[];
  writer: StepWriter;
  findText: (hash: string) => string | undefined;
  book: ParamBook;
}

/**
 * The written steps with the reading of the answer among them: after the step that led to the newest page
 * which holds the answer, since what was dropped afterwards is not visited again.
 */
export function collectReads({ answer, events, rest, writer, findText, book }: Parts): RecipeStep[] {
  const steps = [...writer.steps];
  for (let at = rest.length; at >= 0; at -= 1) {
    const text = textAfter(rest[at - 1], rest[at], events, findText);
    const reads = text === undefined ? [] : findReads(answer, parseObservation(text), book);
    if (reads.length === 0) continue;
    const made = reads.map((read): ReadStep => {
      const label = 'label' in read ? 'label' : 'name';
      return {
        type: 'read',
        id: writer.nextId(),
        read,
        intent: `Read the answer from the page by its ${label}.`,
      };
    });
    return [...steps.slice(0, at), ...made, ...steps.slice(at)];
  }
  return steps;
}

/** The newest observation between two kept steps; after the last one, the newest of the run. */
function textAfter(
  step: DoneStep | undefined,
  next: DoneStep | undefined,
  events: readonly RunEvent[],
  findText: (hash: string) => string | undefined,
): string | undefined {
  const url = step?.after?.url;
  const sights = events.filter(
    (event) =>
      event.type === 'observed' &&
      event.seq > (step?.seq ?? -1) &&
      event.seq < (next?.seq ?? Infinity) &&
      (url === undefined || event.url === url),
  );
  const newest = sights.at(-1);
  return newest?.type === 'observed' ? findText(newest.text) : undefined;
}
