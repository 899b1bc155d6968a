import { i18n } from '#i18n';
import { translate } from '../translate';

/** The field as it stands, right or wrong. */
export interface ContextInput {
  text: string;
  /** It was tried to be saved and could not. */
  isBad: boolean;
}

const LIMITS = { least: 1024, most: 100_000_000 };

export function writeContext(tokens: number | undefined): ContextInput {
  return { text: tokens === undefined ? '' : String(tokens), isBad: false };
}

/** Tokens, also as `32k`; undefined for an empty field, which stands for what a test found. */
export function readContext(text: string): { ok: true; value: number | undefined } | { ok: false } {
  const written = text.trim().toLowerCase();
  if (written === '') return { ok: true, value: undefined };
  const [, digits = '', unit = ''] = /^(\d[\d\s,.'’]*)(k|m)?$/.exec(written) ?? [];
  const number = Number(digits.replace(/[\s,.'’](?=\d{3}(?:\D|$))/g, '').trim());
  const value = digits === '' ? NaN : Math.round(number * (UNITS[unit] ?? 1));
  return value >= LIMITS.least && value <= LIMITS.most ? { ok: true, value } : { ok: false };
}

const UNITS: Record<string, number> = { k: 1000, m: 1_000_000 };

export interface ContextFieldProps {
  input: ContextInput;
  /** What a test found. */
  found: number | undefined;
  onInput(input: ContextInput): void;
}

/** How much the model can read at once. The user's word goes before what a test found. */
export function ContextField({ input, found, onInput }: ContextFieldProps) {
  const isBad = input.isBad && !readContext(input.text).ok;
  return (
    <div class="labelled">
      <label for="context-tokens">{i18n.t('settings.context')}</label>
      <input
        id="context-tokens"
        type="text"
        inputMode="numeric"
        autocomplete="off"
        class="field short"
        placeholder={found === undefined ? i18n.t('settings.context_placeholder') : String(found)}
        value={input.text}
        aria-invalid={isBad}
        aria-describedby="context-hint"
        onInput={(event) => onInput({ ...input, text: event.currentTarget.value })}
      />
      <p id="context-hint" class={isBad ? 'problem' : 'hint'} role={isBad ? 'alert' : undefined}>
        {isBad
          ? translate({ key: 'settings.context_bad', params: { least: String(LIMITS.least) } })
          : i18n.t('settings.context_hint')}
      </p>
    </div>
  );
}
