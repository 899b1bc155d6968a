import type { Outcome } from '../agent/ports';
import type { Failure } from '../trajectories/failure';
import type { FrameInfo } from '../trajectories/observation';
import { attempt } from './pages/attempt';
import { ensureInjected, findFrames, injectFrame } from './pages/inject';
import { readSelection } from './pages/read-selection';
import { takePicture } from './pages/screenshot/take-picture';
import { CommandRefused, type CommandHandlers } from './receive-commands';
import type { Settings } from './settings';

const PICTURE_TIMEOUT_MS = 15_000;

/** What the task box takes along of the page: what is selected there, and what it looks like. */
export function createAttachCommands(
  readSettings: () => Promise<Settings>,
): Pick<CommandHandlers, 'read-selection' | 'take-picture'> {
  return {
    'read-selection': async ({ tabId }) => {
      const text = expectDone(await attempt(tabId, () => readSelection(tabId)));
      if (text === '') throw new CommandRefused('nothing-selected', 'Nothing is selected on the page.');
      return text;
    },
    'take-picture': async ({ tabId }) => {
      const { planner, modelSeesImages } = await readSettings();
      if (planner !== 'chat-model' || !modelSeesImages)
        throw new CommandRefused('model-sees-no-pictures', 'The planner that is set does not see pictures.');
      return expectDone(await attempt(tabId, () => takePictureOf(tabId)));
    },
  };
}

/** Data URL of what the tab shows, secrets covered as in `take_screenshot`. */
async function takePictureOf(tabId: number): Promise<string> {
  const signal = AbortSignal.timeout(PICTURE_TIMEOUT_MS);
  await ensureInjected(tabId, 0, signal);
  const { frames } = await findFrames(tabId, signal);
  const strangers = frames.filter(({ isReady }) => !isReady);
  await Promise.all(
    strangers.map(({ frameId }) => injectFrame(tabId, frameId, signal).catch(() => undefined)),
  );
  const known = frames.map(({ frameId }): FrameInfo => ({ frameId, prefix: '', origin: '' }));
  const request = { tabId, frameId: 0, nonce: crypto.randomUUID(), args: {}, expected: undefined };
  // Kept with the task, when that is given.
  const result = await takePicture(
    { ...request, frames: known, signal },
    { keep: (picture) => Promise.resolve(picture), modelSees: () => Promise.resolve(true) },
  );
  if (result.status === 'failed') throw refusal(result.failure);
  return result.status === 'done' ? (result.image ?? '') : '';
}

function expectDone<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw refusal(outcome.failure);
}

function refusal({ code, message, params }: Failure): CommandRefused {
  return new CommandRefused(code, message, params);
}
