import type { Asked, Effect } from '../../../trajectories/action';
import type { WorldNote } from '../../world/world-message';
import { describeEffect } from './describe-effect';
import type { Leaving } from './watch-leaving';

/** What only the page's own world and the browser's events of leaving can tell of an action. */
export function readNotes(notes: readonly WorldNote[], leaving?: Leaving): Effect {
  const asked = notes.flatMap(readAsked);
  if (leaving?.askedToStay()) asked.push({ kind: 'leave', text: '', answer: '' });
  const popup = notes.findLast((note) => note.note === 'popup');
  return {
    ...(asked.length > 0 ? { asked } : {}),
    ...(popup ? { blockedWindow: popup.url } : {}),
    ...(leaving?.savesFile() ? { download: {} } : {}),
  };
}

function readAsked(note: WorldNote): Asked[] {
  if (note.note === 'print') return [{ kind: 'print', text: '', answer: '' }];
  return note.note === 'dialog' ? [{ kind: note.kind, text: note.text, answer: note.answer }] : [];
}

const ADVICE = '. To answer otherwise, call answer_dialog and then do the same again';

/** What to do about questions that were answered without being asked for; '' when there are none. */
export function adviseOn(notes: readonly WorldNote[]): string {
  const isUnexpected = notes.some((note) => note.note === 'dialog' && note.kind !== 'alert' && !note.armed);
  return isUnexpected ? ADVICE : '';
}

/** The questions alone, as data and in words; '' when there are none. */
export function tellAsked(notes: readonly WorldNote[], leaving?: Leaving): { asked: Asked[]; words: string } {
  const { asked = [] } = readNotes(notes, leaving);
  const words = describeEffect(asked.length > 0 ? { asked } : {}, undefined).join(', ');
  return { asked, words: words && words + adviseOn(notes) };
}
