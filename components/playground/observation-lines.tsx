import { useEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { plainText } from '../translate';
import type { PlaygroundLine } from './playground-props';

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 };

export interface ObservationLinesProps {
  lines: readonly PlaygroundLine[];
  chosen: number | undefined;
  onChoose(index: number): void;
}

/** A long line goes on four characters deeper than it begins. */
function hangBy(text: string): { paddingInlineStart: string; textIndent: string } {
  const hang = text.search(/\S|$/) + 4;
  return { paddingInlineStart: `calc(12px + ${hang}ch)`, textIndent: `-${hang}ch` };
}

/** The text of an observation; choosing a line shows its elements. One stop for the Tab key, arrows within. */
export function ObservationLines({ lines, chosen, onChoose }: ObservationLinesProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const move = (event: KeyboardEvent) => {
    const last = lines.length - 1;
    const step = STEPS[event.key];
    const ends: Record<string, number> = { Home: 0, End: last };
    const next = step === undefined ? ends[event.key] : (chosen ?? (step > 0 ? -1 : 0)) + step;
    if (next === undefined) return;
    event.preventDefault();
    onChoose(Math.min(last, Math.max(0, next)));
  };
  return (
    <div
      ref={list}
      role="listbox"
      tabIndex={0}
      class="playground-text"
      aria-label={i18n.t('playground.text')}
      aria-activedescendant={chosen === undefined ? undefined : `line-${chosen}`}
      onKeyDown={move}
    >
      {lines.map((line, index) => (
        <div
          key={index}
          id={`line-${index}`}
          role="option"
          aria-selected={index === chosen}
          style={hangBy(line.text)}
          class={line.refs.length > 0 ? 'line with-refs' : 'line'}
          onClick={() => onChoose(index)}
        >
          {plainText(line.text)}
        </div>
      ))}
    </div>
  );
}
