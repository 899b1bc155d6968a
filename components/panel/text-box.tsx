import type { ComponentChildren, RefObject } from 'preact';

export interface TextBoxProps {
  label: string;
  placeholder: string;
  value: string;
  /** Sentence about what is wrong with the value; it is announced. */
  problem?: string | undefined;
  textarea: RefObject<HTMLTextAreaElement | null>;
  onInput(text: string): void;
  /** Enter without Shift, outside an input method's composition. */
  onSubmit(): void;
  /** One line until more is typed. */
  compact?: boolean;
  /** Above the text. */
  above?: ComponentChildren;
  /** Buttons below the text. */
  children: ComponentChildren;
}

/** The growing box at the panel's foot: text above, what can be done with it below. */
export function TextBox(props: TextBoxProps) {
  return (
    <form
      class={['text-box', props.problem && 'has-problem', props.compact && 'compact']
        .filter(Boolean)
        .join(' ')}
      onSubmit={(event) => {
        event.preventDefault();
        props.onSubmit();
      }}
    >
      {props.above}
      <textarea
        ref={props.textarea}
        rows={props.compact ? 1 : 2}
        dir="auto"
        aria-label={props.label}
        placeholder={props.placeholder}
        aria-invalid={props.problem ? true : undefined}
        aria-describedby={props.problem ? 'text-box-problem' : undefined}
        value={props.value}
        onInput={(event) => props.onInput(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
          event.preventDefault();
          props.onSubmit();
        }}
      />
      {props.problem && (
        <p id="text-box-problem" class="problem" role="alert">
          {props.problem}
        </p>
      )}
      <div class="text-box-foot">{props.children}</div>
    </form>
  );
}
