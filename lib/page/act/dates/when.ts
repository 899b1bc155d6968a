/** A moment as a calendar or a clock has it, in local time: as much of it as is known. Months count from 1. */
export interface When {
  year?: number;
  month?: number;
  day?: number;
  hour?: number;
  minute?: number;
}

const FORM = /^(?:(\d{4})-(\d{2})(?:-(\d{2}))?)?(?:(?:T| |^)(\d{2}):(\d{2}))?$/;

/** Reads `YYYY-MM-DD`, `YYYY-MM-DDTHH:MM`, `YYYY-MM` or `HH:MM`; undefined for anything else and for days that there are not. */
export function parseWhen(text: string): When | undefined {
  const found = FORM.exec(text.trim().replace(/(:\d\d):\d\d(\.\d+)?$/, '$1'));
  if (!found || text.trim() === '') return undefined;
  const [year, month, day, hour, minute] = found.slice(1).map((part) => (part ? Number(part) : undefined));
  if (hour !== undefined && year !== undefined && day === undefined) return undefined;
  const when = withoutGaps({ year, month, day, hour, minute });
  return exists(when) ? when : undefined;
}

function withoutGaps(parts: { [Key in keyof When]: number | undefined }): When {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as When;
}

function exists({ year = 2024, month = 1, day = 1, hour = 0, minute = 0 }: When): boolean {
  const date = new Date(2000, month - 1, day);
  date.setFullYear(year, month - 1, day);
  return date.getMonth() === month - 1 && date.getDate() === day && hour < 24 && minute < 60;
}

/** As the argument of the action was written. */
export function formatWhen({ year, month, day, hour, minute }: When): string {
  const date = [year === undefined ? undefined : String(year).padStart(4, '0'), month, day]
    .filter((part) => part !== undefined)
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
  const time = hour === undefined ? '' : `${pad(hour)}:${pad(minute ?? 0)}`;
  return [date, time].filter((part) => part !== '').join('T');
}

export function pad(part: number): string {
  return String(part).padStart(2, '0');
}

/** Months from the first to the second. */
export function monthsBetween(from: When, to: When): number {
  return ((to.year ?? 0) - (from.year ?? 0)) * 12 + (to.month ?? 1) - (from.month ?? 1);
}
