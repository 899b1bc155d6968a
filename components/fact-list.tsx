import { plainText } from './translate';

/** One thing known of an action; `code` sets it in a fixed-width, scrolling block. */
export interface Fact {
  label: string;
  value: string;
  code?: boolean;
}

export function FactList(props: { facts: Fact[] }) {
  if (props.facts.length === 0) return null;
  return (
    <dl class="facts">
      {props.facts.map((fact) => (
        <div key={fact.label} class="fact">
          <dt>{fact.label}</dt>
          <dd dir="auto" class={fact.code ? 'fact-code' : undefined} tabIndex={fact.code ? 0 : undefined}>
            {plainText(fact.value)}
          </dd>
        </div>
      ))}
    </dl>
  );
}
