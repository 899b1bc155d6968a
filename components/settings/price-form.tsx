import { useState } from 'preact/hooks';
import type { StoredPrice } from '../../lib/planners/chat-model/prices';
import { i18n } from '#i18n';

export interface PriceFormProps {
  price: Partial<StoredPrice> & { baseUrl: string; model: string };
  onSave(price: StoredPrice): void;
  onCancel(): void;
}

/** US dollars per million tokens as people type them; a comma may be the decimal point. */
export function readPrice(text: string): number | undefined {
  const written = text
    .trim()
    .replace(/^\$\s*/, '')
    .replace(',', '.');
  return /^(\d+\.?\d*|\.\d+)$/.test(written) ? Number(written) : undefined;
}

const AMOUNTS = ['prompt', 'cached', 'completion'] as const;

type Amount = (typeof AMOUNTS)[number];

/** One row of the price table. A price that is no number is said when it is saved. */
export function PriceForm({ price, onSave, onCancel }: PriceFormProps) {
  const [names, setNames] = useState({ baseUrl: price.baseUrl, model: price.model });
  const [texts, setTexts] = useState<AmountTexts>({
    prompt: textOf(price.prompt),
    cached: textOf(price.cached),
    completion: textOf(price.completion),
  });
  const [isBad, setBad] = useState(false);
  return (
    <form
      class="price-form"
      aria-label={i18n.t('settings.add_price')}
      onSubmit={(event) => {
        event.preventDefault();
        const row = readRow(names, texts);
        setBad(row === undefined);
        if (row) onSave(row);
      }}
    >
      <TextField
        id="price-endpoint"
        label={i18n.t('price.endpoint')}
        value={names.baseUrl}
        onInput={(baseUrl) => setNames({ ...names, baseUrl: baseUrl.trim() })}
      />
      <TextField
        id="price-model"
        label={i18n.t('price.model')}
        value={names.model}
        onInput={(model) => setNames({ ...names, model: model.trim() })}
      />
      <AmountFields texts={texts} isBad={isBad} onInput={setTexts} />
      {isBad && (
        <p role="alert" class="problem">
          {i18n.t('price.bad')}
        </p>
      )}
      <div class="form-foot">
        <button type="submit" class="button">
          {i18n.t('price.keep')}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {i18n.t('common.cancel')}
        </button>
      </div>
    </form>
  );
}

type AmountTexts = Record<Amount, string>;

function readRow(names: { baseUrl: string; model: string }, texts: AmountTexts): StoredPrice | undefined {
  const [prompt, cached, completion] = AMOUNTS.map((amount) => readPrice(texts[amount]));
  if (names.baseUrl === '' || names.model === '') return undefined;
  if (prompt === undefined || completion === undefined || isWrong('cached', texts)) return undefined;
  return { ...names, prompt, ...(cached === undefined ? {} : { cached }), completion, source: 'user' };
}

/** The price of cached tokens may be left out. */
function isWrong(amount: Amount, texts: AmountTexts): boolean {
  if (amount === 'cached' && texts.cached.trim() === '') return false;
  return readPrice(texts[amount]) === undefined;
}

function AmountFields(props: { texts: AmountTexts; isBad: boolean; onInput(texts: AmountTexts): void }) {
  const { texts } = props;
  return (
    <div class="price-amounts">
      {AMOUNTS.map((amount) => (
        <TextField
          key={amount}
          id={`price-${amount}`}
          label={amountLabel(amount)}
          value={texts[amount]}
          isBad={props.isBad && isWrong(amount, texts)}
          onInput={(text) => props.onInput({ ...texts, [amount]: text })}
        />
      ))}
    </div>
  );
}

function amountLabel(amount: Amount): string {
  switch (amount) {
    case 'prompt':
      return i18n.t('price.prompt');
    case 'cached':
      return i18n.t('price.cached');
    case 'completion':
      return i18n.t('price.completion');
  }
}

function textOf(usd: number | undefined): string {
  return usd === undefined ? '' : String(usd);
}

function TextField(props: {
  id: string;
  label: string;
  value: string;
  isBad?: boolean;
  onInput(text: string): void;
}) {
  return (
    <div class="labelled">
      <label for={props.id}>{props.label}</label>
      <input
        id={props.id}
        type="text"
        class="field"
        spellcheck={false}
        autocomplete="off"
        aria-invalid={props.isBad ?? false}
        value={props.value}
        onInput={(event) => props.onInput(event.currentTarget.value)}
      />
    </div>
  );
}
