import { useState } from 'preact/hooks';
import type { LedgerRow } from '../../lib/trajectories/ledger-row';
import { i18n } from '#i18n';
import { formatCount, formatDay, formatMoney } from '../format-values';
import { BackIcon } from '../icons';
import { DayChart, type Bar } from './day-chart';
import { daysOf, type Period, PERIODS, sumAll, sumBy, sumByDay, tokensOf, type Sum } from './sum-spending';
import { moneyWords, SumTable } from './sum-table';

export interface SpendingViewProps {
  rows: LedgerRow[];
  /** The user's calendar day, YYYY-MM-DD. */
  today: string;
  onBack(): void;
}

/** What models have taken, by day, model and site: tokens, and money where its price is known. */
export function SpendingView(props: SpendingViewProps) {
  const [period, setPeriod] = useState<Period>('month');
  const days = daysOf(period, props.today);
  const first = days[0] ?? '';
  const rows = props.rows.filter(({ day }) => day.slice(0, first.length) >= first);
  const byDay = sumByDay(rows, days);
  return (
    <article class="spending">
      <button type="button" class="link-button back" onClick={props.onBack}>
        <BackIcon />
        {i18n.t('library.title')}
      </button>
      <header class="spending-head">
        <h2>{i18n.t('spending.title')}</h2>
        <PeriodField period={period} onChange={setPeriod} />
      </header>
      {rows.length === 0 ? (
        <p class="library-empty">{i18n.t('spending.nothing')}</p>
      ) : (
        <>
          <Totals sum={sumAll(rows)} />
          <TokenChart sums={byDay} />
          <MoneyChart sums={byDay} />
          <details>
            <summary>{i18n.t('spending.as_table')}</summary>
            <SumTable
              caption={i18n.t('spending.by_day')}
              heading={i18n.t('spending.day')}
              sums={byDay.filter(({ replies }) => replies > 0)}
              nameOf={({ name }) => formatDay(name)}
            />
          </details>
          <SumTable
            caption={i18n.t('spending.by_model')}
            heading={i18n.t('settings.model')}
            sums={sumBy(rows, 'model')}
            nameOf={({ name }) => name || i18n.t('spending.no_name')}
          />
          <SumTable
            caption={i18n.t('spending.by_site')}
            heading={i18n.t('spending.site')}
            sums={sumBy(rows, 'site')}
            nameOf={({ name }) => name || i18n.t('spending.no_site')}
          />
        </>
      )}
    </article>
  );
}

function PeriodField(props: { period: Period; onChange(period: Period): void }) {
  return (
    <select
      class="field"
      aria-label={i18n.t('spending.period')}
      value={props.period}
      onChange={(event) => {
        const period = PERIODS.find((name) => name === event.currentTarget.value);
        if (period) props.onChange(period);
      }}
    >
      <option value="week">{i18n.t('spending.week')}</option>
      <option value="month">{i18n.t('spending.month')}</option>
      <option value="year">{i18n.t('spending.year')}</option>
    </select>
  );
}

function Totals({ sum }: { sum: Sum }) {
  const known = sum.fresh + sum.cached;
  const share = known === 0 ? 0 : Math.round((100 * sum.cached) / known);
  return (
    <div>
      <p class="spending-total">
        {moneyWords(sum)} · {i18n.t('common.tokens', { count: formatCount(tokensOf(sum)) })}
      </p>
      <p class="hint">
        {i18n.t('spending.replies', sum.replies)} {i18n.t('spending.cache_share', { share: String(share) })}{' '}
        {sum.unknown > 0 && i18n.t('spending.unknown_replies', sum.unknown)}
      </p>
    </div>
  );
}

function TokenChart({ sums }: { sums: Sum[] }) {
  const legend = [i18n.t('spending.fresh'), i18n.t('spending.cached'), i18n.t('spending.written')];
  const bars = sums.map((sum): Bar => {
    const parts = [sum.fresh, sum.cached, sum.written];
    const words = parts.map((part, index) => `${legend[index] ?? ''} ${formatCount(part)}`);
    return { day: sum.name, parts, title: `${formatDay(sum.name)}: ${words.join(', ')}` };
  });
  const most = highest(sums, tokensOf);
  const count = formatCount(tokensOf(most));
  return (
    <DayChart
      title={i18n.t('spending.tokens')}
      most={i18n.t('spending.most', { amount: count })}
      bars={bars}
      legend={legend}
      summary={i18n.t('spending.chart_summary', { amount: count, day: formatDay(most.name) })}
    />
  );
}

function MoneyChart({ sums }: { sums: Sum[] }) {
  const most = highest(sums, ({ usd }) => usd);
  if (most.usd === 0) return null;
  const bars = sums.map((sum): Bar => ({
    day: sum.name,
    parts: [sum.usd],
    title: `${formatDay(sum.name)}: ${moneyWords(sum)}`,
  }));
  const amount = formatMoney(most.usd);
  return (
    <DayChart
      title={i18n.t('spending.money')}
      most={i18n.t('spending.most', { amount })}
      bars={bars}
      legend={[]}
      summary={i18n.t('spending.chart_summary', { amount, day: formatDay(most.name) })}
    />
  );
}

function highest(sums: Sum[], amountOf: (sum: Sum) => number): Sum {
  return sums.reduce((most, sum) => (amountOf(sum) > amountOf(most) ? sum : most), sums[0] ?? sumAll([]));
}
