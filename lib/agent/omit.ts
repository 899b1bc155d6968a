/** A copy without these keys. `exactOptionalPropertyTypes` forbids setting them to undefined. */
export function omit<T extends object, K extends keyof T>(value: T, ...keys: K[]): Omit<T, K> {
  const copy = { ...value };
  for (const key of keys) delete copy[key];
  return copy;
}
