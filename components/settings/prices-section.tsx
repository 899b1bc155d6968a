import { useState } from 'preact/hooks';
import type { StoredPrice } from '../../lib/planners/chat-model/prices';
import { i18n } from '#i18n';
import { hostOf } from '../format-values';
import { translate } from '../translate';
import { priceWords } from './model-options';
import { PriceForm } from './price-form';

export interface PricesSectionProps {
  prices: StoredPrice[];
  /** What a new row is most likely about. */
  endpoint: { baseUrl: string; model: string };
  onPrices(prices: StoredPrice[]): void;
}

/** What models cost, as far as the user or their endpoint has said so. */
export function PricesSection(props: PricesSectionProps) {
  const { prices } = props;
  const [edited, setEdited] = useState<StoredPrice | 'new'>();
  const save = (price: StoredPrice) => {
    const rest = prices.filter((row) => !isSameModel(row, price) && row !== edited);
    props.onPrices([...rest, price]);
    setEdited(undefined);
  };
  return (
    <>
      <p class="hint">{i18n.t('settings.prices_hint')}</p>
      {prices.length > 0 && (
        <ul role="list" class="prices" aria-label={i18n.t('settings.prices')}>
          {prices.map((price) => (
            <PriceRow
              key={`${price.baseUrl} ${price.model}`}
              price={price}
              onEdit={() => setEdited(price)}
              onRemove={() => props.onPrices(prices.filter((row) => row !== price))}
            />
          ))}
        </ul>
      )}
      {edited === undefined ? (
        <button type="button" class="button" onClick={() => setEdited('new')}>
          {i18n.t('settings.add_price')}
        </button>
      ) : (
        <PriceForm
          key={edited === 'new' ? '' : edited.model}
          price={edited === 'new' ? props.endpoint : edited}
          onSave={save}
          onCancel={() => setEdited(undefined)}
        />
      )}
    </>
  );
}

function isSameModel(a: StoredPrice, b: StoredPrice): boolean {
  return a.baseUrl === b.baseUrl && a.model === b.model;
}

function PriceRow(props: { price: StoredPrice; onEdit(): void; onRemove(): void }) {
  const { price } = props;
  const name = `${price.model} · ${hostOf(price.baseUrl)}`;
  return (
    <li>
      <p class="price-name">{name}</p>
      <p class="hint">
        {priceWords(price)} ·{' '}
        {price.source === 'endpoint' ? i18n.t('price.from_endpoint') : i18n.t('price.from_user')}
      </p>
      <div class="price-buttons">
        <button
          type="button"
          class="link-button"
          aria-label={translate({ key: 'price.edit_of', params: { name } })}
          onClick={props.onEdit}
        >
          {i18n.t('price.edit')}
        </button>
        <button
          type="button"
          class="link-button"
          aria-label={translate({ key: 'price.remove_of', params: { name } })}
          onClick={props.onRemove}
        >
          {i18n.t('price.remove')}
        </button>
      </div>
    </li>
  );
}
