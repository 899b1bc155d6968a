import { i18n } from '#i18n';
import { formatCount, formatMoney } from '../format-values';
import type { Sum } from './sum-spending';

export interface SumTableProps {
  caption: string;
  /** What the rows are: days, models, sites. */
  heading: string;
  sums: Sum[];
  nameOf(sum: Sum): string;
}

/** Sums as a table: money, with what is not known of it, and tokens by kind. */
export function SumTable({ caption, heading, sums, nameOf }: SumTableProps) {
  return (
    <div class="sum-table" tabIndex={0} role="region" aria-label={caption}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{heading}</th>
            <th scope="col">{i18n.t('spending.money')}</th>
            <th scope="col">{i18n.t('spending.fresh')}</th>
            <th scope="col">{i18n.t('spending.cached')}</th>
            <th scope="col">{i18n.t('spending.written')}</th>
          </tr>
        </thead>
        <tbody>
          {sums.map((sum) => (
            <tr key={sum.name}>
              <th scope="row">{nameOf(sum)}</th>
              <td>{moneyWords(sum)}</td>
              <td>{formatCount(sum.fresh)}</td>
              <td>{formatCount(sum.cached)}</td>
              <td>{formatCount(sum.written)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Money of a sum: what is not known is said, and never shown as nothing. */
export function moneyWords({ usd, unknown, replies }: Sum): string {
  if (unknown === 0) return formatMoney(usd);
  return unknown === replies && usd === 0
    ? i18n.t('cost.unknown')
    : i18n.t('cost.partly', { usd: formatMoney(usd) });
}
