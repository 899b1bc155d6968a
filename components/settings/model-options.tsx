import type { ListedModel } from '../../lib/planners/chat-model/listed-model';
import { i18n } from '#i18n';
import { formatCount, formatMoney } from '../format-values';
import { translate } from '../translate';

/** More rows than these are no help: the next letter is. */
export const MOST_OPTIONS = 60;

/** The models whose names hold every word that was typed, in the endpoint's order. */
export function filterModels(models: readonly ListedModel[], typed: string): ListedModel[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return models.filter(({ id }) => words.every((word) => id.toLowerCase().includes(word)));
}

export interface ModelOptionsProps {
  id: string;
  models: ListedModel[];
  /** Index of the option that Enter takes; -1: none. */
  active: number;
  onPick(model: ListedModel): void;
}

/** The list below the model's field: each with the size of its context and its price, where the endpoint tells them. */
export function ModelOptions(props: ModelOptionsProps) {
  const { models, active } = props;
  const more = models.length - MOST_OPTIONS;
  return (
    <div class="model-options">
      <ul role="listbox" id={props.id} aria-label={i18n.t('settings.models')}>
        {models.slice(0, MOST_OPTIONS).map((model, index) => (
          <li
            key={model.id}
            id={`${props.id}-${index}`}
            role="option"
            aria-selected={index === active}
            // Before the field loses the focus, which closes the list.
            onPointerDown={(event) => {
              event.preventDefault();
              props.onPick(model);
            }}
          >
            <span class="model-name">{model.id}</span>
            <span class="hint">{modelFacts(model)}</span>
          </li>
        ))}
      </ul>
      {more > 0 && (
        <p class="hint">{translate({ key: 'settings.more_models', params: { count: String(more) } })}</p>
      )}
    </div>
  );
}

function modelFacts({ contextTokens, images, price }: ListedModel): string {
  return [
    contextTokens === undefined ? '' : i18n.t('settings.context_of', { count: formatCount(contextTokens) }),
    images ? i18n.t('settings.pictures') : '',
    price === undefined ? '' : priceWords(price),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

/** A price per million tokens in words: what is read, what is read from the cache, what is written. */
export function priceWords({ prompt, cached, completion }: NonNullable<ListedModel['price']>): string {
  if (prompt + (cached ?? 0) + completion === 0) return i18n.t('price.free');
  const params = { read: formatMoney(prompt), written: formatMoney(completion) };
  return cached === undefined
    ? i18n.t('price.per_million', params)
    : i18n.t('price.per_million_cached', { ...params, cached: formatMoney(cached) });
}
