import { useEffect, useState } from 'preact/hooks';

/** A card that pops up under the pointer must not be answered by a click meant for something else. */
export const ARMING_MS = 700;

/** False until the thing named by `key` has been in view for `ARMING_MS`. */
export function useArmed(key: string): boolean {
  const [armedKey, setArmedKey] = useState<string>();
  useEffect(() => {
    const timer = setTimeout(() => setArmedKey(key), ARMING_MS);
    return () => clearTimeout(timer);
  }, [key]);
  return armedKey === key;
}
