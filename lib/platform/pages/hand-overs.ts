import type { HandOverRequest } from '../../agent/ports';
import { handOverSentence } from '../../agent/view';
import type { Sentence } from '../../trajectories/verdict';
import { frameOfRef } from '../../actions/ref-arguments';
import type { OpenedTabs } from '../opened-tabs';
import { askFrame } from './ask-frame';

/** Hands something on a page to the user. */
export interface HandOvers {
  /** Outlines the element; false when its frame does not answer or knows no such element. */
  show(tabId: number, request: HandOverRequest): Promise<boolean>;
}

/** `translate`: the sentence beside the element is in the language of the interface. */
export function createHandOvers(
  openedTabs: OpenedTabs,
  translate: (sentence: Sentence) => string,
): HandOvers {
  return {
    async show(tabId, { runId, nonce, handOver, frames }) {
      const prefix = frameOfRef(handOver.ref);
      const frame = frames.find((one) => one.prefix === prefix);
      if (!frame) return false;
      const sentence = translate(handOverSentence(handOver));
      const request = { ref: handOver.ref.slice(prefix.length), do: handOver.do, sentence };
      // What the user's own click opens belongs to the run as much as what ours does.
      openedTabs.begin(tabId);
      try {
        return await askFrame<'hand-over'>(tabId, frame.frameId, {
          kind: 'hand-over',
          runId,
          nonce,
          request,
        });
      } catch {
        return false;
      }
    },
  };
}
