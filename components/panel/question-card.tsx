import { useState } from 'preact/hooks';
import type { Waiting } from '../../lib/agent/state';
import { i18n } from '#i18n';
import { plainText } from '../translate';

export interface QuestionCardProps {
  waiting: Extract<Waiting, { kind: 'question' }>;
  onReply(text: string): Promise<boolean>;
}

/** A question of the planner: pick one of its choices or answer in your own words. */
export function QuestionCard(props: QuestionCardProps) {
  const { waiting } = props;
  const [text, setText] = useState('');
  return (
    <section class="card" aria-label={i18n.t('question.region')}>
      <div class="card-body">
        <p class="card-label">{i18n.t('question.asks')}</p>
        <h2 class="card-sentence" dir="auto">
          {plainText(waiting.question)}
        </h2>
        {waiting.choices.length > 0 && (
          <ul role="list" class="choices">
            {waiting.choices.map((choice) => (
              <li key={choice}>
                <button type="button" class="choice" onClick={() => void props.onReply(choice)}>
                  {plainText(choice)}
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
      <form
        class="inline-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim()) void props.onReply(text.trim());
        }}
      >
        <input
          type="text"
          class="field"
          aria-label={i18n.t('question.answer')}
          placeholder={i18n.t('question.answer')}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <button type="submit" class="button primary">
          {i18n.t('question.reply')}
        </button>
      </form>
    </section>
  );
}
