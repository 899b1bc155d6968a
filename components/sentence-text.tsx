import type { Sentence } from '../lib/trajectories/verdict';
import { sentenceParts } from './translate';

/** A sentence of a pure room; its values stand out and keep their own writing direction. */
export function SentenceText(props: { sentence: Sentence }) {
  return (
    <>
      {sentenceParts(props.sentence).map((part) =>
        part.param ? <bdi class="sentence-value">{part.text}</bdi> : part.text,
      )}
    </>
  );
}
