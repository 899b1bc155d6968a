const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';
const DAY_MS = 86_400_000;

const UNITS: [pattern: RegExp, ms: number][] = [
  [/^(?:s|sec|second|秒)/i, 1000],
  [/^(?:min|minute|分)/i, 60_000],
  [/^(?:h|hour|小时|时)/i, 3_600_000],
  [/^(?:d|day|天|日)/i, DAY_MS],
  [/^(?:w|week|周|星期)/i, 7 * DAY_MS],
  [/^(?:mo|month|个月|月)/i, 30 * DAY_MS],
  [/^(?:y|year|年)/i, 365 * DAY_MS],
];

/**
 * The date in the text of one item, in ms since the epoch (days count in UTC: only their order matters).
 * Reads ISO, "22 Nov 2026", "Nov 22", 2026年11月22日, "3 days ago", yesterday, 昨天, and a bare time as today's.
 */
export function readDate(text: string, now: number): number | undefined {
  return readCalendarDate(text, now) ?? readRelativeDate(text, now) ?? readTimeOfToday(text, now);
}

function readCalendarDate(text: string, now: number): number | undefined {
  const numeric = /(\d{4})[-/.年]\s?(\d{1,2})[-/.月]\s?(\d{1,2})日?(?:[T\s]+(\d{1,2}):(\d{2}))?/.exec(text);
  if (numeric) {
    const [, year, month, day, hour = '0', minute = '0'] = numeric;
    return Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute));
  }
  const slashed = /(?<![\d/.])(\d{1,2})([/.])(\d{1,2})\2(\d{4})(?![\d/])/.exec(text);
  if (slashed) return fromNumbers(Number(slashed[1]), Number(slashed[3]), Number(slashed[4]), slashed[2]);
  const dayFirst = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+${MONTH}(?:,?\\s+(\\d{4}))?`, 'i').exec(text);
  if (dayFirst) return fromNames(dayFirst[2], dayFirst[1], dayFirst[3], now);
  const monthFirst = new RegExp(`\\b${MONTH}\\s+(\\d{1,2})(?:st|nd|rd|th)?\\b(?:,?\\s+(\\d{4}))?`, 'i').exec(
    text,
  );
  if (monthFirst) return fromNames(monthFirst[1], monthFirst[2], monthFirst[3], now);
  const chinese = /(\d{1,2})月(\d{1,2})日/.exec(text);
  return chinese ? Date.UTC(yearOf(now), Number(chinese[1]) - 1, Number(chinese[2])) : undefined;
}

function readRelativeDate(text: string, now: number): number | undefined {
  const ago =
    /(\d{1,4}|an?|one)\s*(seconds?|secs?|minutes?|mins?|hours?|days?|weeks?|months?|years?|秒|分钟|小时|天|周|个月|年)\s*(?:ago|前)/i.exec(
      text,
    );
  if (ago) {
    const unit = UNITS.find(([pattern]) => pattern.test(ago[2] ?? ''));
    const count = /^\d/.test(ago[1] ?? '') ? Number(ago[1]) : 1;
    return unit === undefined ? undefined : now - count * unit[1];
  }
  if (/\byesterday\b|昨天/i.test(text)) return now - DAY_MS;
  if (/\btoday\b|\bjust now\b|今天|刚刚/i.test(text)) return now;
  return undefined;
}

function readTimeOfToday(text: string, now: number): number | undefined {
  const time = /\b(\d{1,2}):(\d{2})\s*(am|pm)?/i.exec(text);
  if (!time) return undefined;
  const hours =
    (Number(time[1]) % 12) +
    (time[3]?.toLowerCase() === 'pm' || (!time[3] && Number(time[1]) >= 12) ? 12 : 0);
  return Math.floor(now / DAY_MS) * DAY_MS + hours * 3_600_000 + Number(time[2]) * 60_000;
}

function fromNames(
  month: string | undefined,
  day: string | undefined,
  year: string | undefined,
  now: number,
): number {
  const index = MONTHS.indexOf((month ?? '').slice(0, 3).toLowerCase());
  return Date.UTC(year === undefined ? yearOf(now) : Number(year), index, Number(day));
}

/** 12/31/2026 has the month first, unless it can only be the day; 31.12.2026 has the day first. */
function fromNumbers(first: number, second: number, year: number, mark: string | undefined): number {
  const dayFirst = mark === '.' ? second <= 12 : first > 12;
  const [month, day] = dayFirst ? [second, first] : [first, second];
  return Date.UTC(year, month - 1, day);
}

/** "9:37 PM" as HH:MM, as time fields want it; undefined when there is none in the text. */
export function readClock(text: string): string | undefined {
  const time = /(?<!\d)(\d{1,2}):(\d{2})(?::\d{2})?\s*([ap])?\.?m?\b/i.exec(text);
  if (time === null) return undefined;
  const half = time[3]?.toLowerCase();
  const hours = half === undefined ? Number(time[1]) : (Number(time[1]) % 12) + (half === 'p' ? 12 : 0);
  return hours > 23 ? undefined : `${String(hours).padStart(2, '0')}:${time[2] ?? '00'}`;
}

function yearOf(now: number): number {
  return new Date(now).getUTCFullYear();
}

/** The date as YYYY-MM-DD, as date fields want it; undefined when there is none in the text. */
export function readIsoDate(text: string, now: number): string | undefined {
  const date = readCalendarDate(text, now);
  return date === undefined || Number.isNaN(date) ? undefined : new Date(date).toISOString().slice(0, 10);
}
