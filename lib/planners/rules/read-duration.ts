const UNITS: [unit: RegExp, minutes: number][] = [
  [/(\d+(?:\.\d+)?)\s*(?:d|days?|天)(?![a-z])/i, 24 * 60],
  [/(\d+(?:\.\d+)?)\s*(?:h|hrs?|hours?|小时)(?![a-z])/i, 60],
  [/(\d+(?:\.\d+)?)\s*(?:m|mins?|minutes?|分钟)(?![a-z])/i, 1],
];

/** "14h 18m", "2 days 3 hours" in minutes; undefined when the text names no duration. */
export function readDuration(text: string): number | undefined {
  let minutes: number | undefined;
  for (const [unit, each] of UNITS) {
    const count = unit.exec(text)?.[1];
    if (count !== undefined) minutes = (minutes ?? 0) + Number(count) * each;
  }
  return minutes;
}
