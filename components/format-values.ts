/** Numbers, times and addresses as the interface shows them, in its own language. */
import type { Measure } from '../lib/trajectories/budget';
import { i18n } from '#i18n';

/** `12s`, `2m 5s`, `1h 4m`. */
export function formatDuration(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  if (seconds < 60) return unit(seconds, 'second');
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${unit(minutes, 'minute')} ${unit(seconds % 60, 'second')}`;
  return `${unit(Math.floor(minutes / 60), 'hour')} ${unit(minutes % 60, 'minute')}`;
}

/** Time since a run began: tenths of a second matter in its first minute. */
export function formatOffset(ms: number): string {
  return ms < 60_000 ? unit(Math.max(0, ms) / 1000, 'second', 1) : formatDuration(ms);
}

/** `840`, `3.2K`. */
export function formatCount(count: number): string {
  return new Intl.NumberFormat(language(), { notation: 'compact', maximumFractionDigits: 1 }).format(count);
}

/** So much of what a budget counts: `50 steps`, `200,000 tokens`, `$1.50`, `30 min`. */
export function amountWords(measure: Measure, amount: number): string {
  const format = (options: Intl.NumberFormatOptions) =>
    new Intl.NumberFormat(language(), options).format(amount);
  switch (measure) {
    case 'steps':
      return i18n.t('common.steps', amount);
    case 'tokens':
      return i18n.t('common.tokens', { count: format({ maximumFractionDigits: 0 }) });
    case 'money':
      return format({ style: 'currency', currency: 'USD', maximumSignificantDigits: 4 });
    case 'minutes':
      return format({ style: 'unit', unit: 'minute', maximumFractionDigits: 0 });
  }
}

/** `$1.25`, `$0.0042`, `<$0.0001`: US dollars, as endpoints reckon. */
export function formatMoney(usd: number): string {
  const format = new Intl.NumberFormat(language(), {
    style: 'currency',
    currency: 'USD',
    currencyDisplay: 'narrowSymbol',
    maximumFractionDigits: usd > 0 && usd < 0.1 ? 4 : 2,
  });
  return usd > 0 && usd < LEAST_MONEY ? `<${format.format(LEAST_MONEY)}` : format.format(usd);
}

const LEAST_MONEY = 0.0001;

/** `840 byte`, `1.2 MB`: decimal, as browsers show downloads. */
export function formatBytes(bytes: number): string {
  const [unitName, size] =
    bytes < 1000
      ? (['byte', 1] as const)
      : bytes < 1_000_000
        ? (['kilobyte', 1000] as const)
        : (['megabyte', 1_000_000] as const);
  return new Intl.NumberFormat(language(), {
    style: 'unit',
    unit: unitName,
    unitDisplay: 'short',
    maximumFractionDigits: 1,
  }).format(bytes / size);
}

/** Date and time of a moment in milliseconds since the epoch. */
export function formatMoment(at: number): string {
  return new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'short' }).format(at);
}

/** A day (YYYY-MM-DD) or month (YYYY-MM) of the calendar. */
export function formatDay(day: string): string {
  const [year = 1970, month = 1, date] = day.split('-').map(Number);
  const format: Intl.DateTimeFormatOptions =
    date === undefined ? { year: 'numeric', month: 'short' } : { month: 'short', day: 'numeric' };
  return new Intl.DateTimeFormat(language(), { ...format, timeZone: 'UTC' }).format(
    Date.UTC(year, month - 1, date ?? 1),
  );
}

/** Host of an address, or the address itself when it has none. */
export function hostOf(url: string): string {
  try {
    return new URL(url).host || url;
  } catch {
    return url;
  }
}

/** An address without its scheme; data URLs are cut to their kind. */
export function addressWords(url: string): string {
  return url.startsWith('data:') ? url.slice(0, url.search(/[,;]/)) : url.replace(/^https?:\/\//, '');
}

/** BCP 47 tag of the locale that the messages come from. */
export function language(): string {
  return i18n.t('ui_language');
}

function unit(value: number, name: 'second' | 'minute' | 'hour', fractionDigits = 0): string {
  return new Intl.NumberFormat(language(), {
    style: 'unit',
    unit: name,
    unitDisplay: 'narrow',
    minimumFractionDigits: fractionDigits,
    maximumFractionDigits: fractionDigits,
  }).format(value);
}
