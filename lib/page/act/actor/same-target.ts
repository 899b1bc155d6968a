import type { Fingerprint } from '../../../trajectories/fingerprint';
import type { Target } from '../../../trajectories/target';

/**
 * What differs between the judged target and the live one, in words; undefined when nothing that an approval rests
 * on does. Position among twins is left out: the element itself is known, others may have come and gone.
 */
export function findDifference(judged: Target, live: Target): string | undefined {
  return (
    differs('role', judged.fingerprint.role, live.fingerprint.role) ??
    differs('name', judged.fingerprint.name, live.fingerprint.name) ??
    differs('origin', judged.origin, live.origin) ??
    differs('link', judged.href, live.href) ??
    differs('form', describeSubmit(judged), describeSubmit(live)) ??
    differs('type', judged.inputType, live.inputType) ??
    differs('new tab', judged.opensTab ?? false, live.opensTab ?? false) ??
    differs('autocomplete', judged.autocomplete, live.autocomplete) ??
    differs('element', describeIdentity(judged.fingerprint), describeIdentity(live.fingerprint)) ??
    differs('surroundings', describePlace(judged.fingerprint), describePlace(live.fingerprint))
  );
}

/**
 * Whether handlers of the press have sent the element elsewhere. Many sites rewrite a link to their own redirect as it
 * is pressed; that stays allowed, another site does not.
 */
export function leadsElsewhere(judged: Target, live: Target): boolean {
  const allowed = [judged.origin, originOf(judged.href), originOf(judged.submits?.action)];
  return [live.href, live.submits?.action].some((url) => {
    const origin = originOf(url);
    return origin !== undefined && !allowed.includes(origin);
  });
}

function originOf(url: string | undefined): string | undefined {
  if (url === undefined) return undefined;
  if (!URL.canParse(url)) return url;
  const { origin, protocol } = new URL(url);
  // `javascript:` and `data:` have no origin of their own: the scheme stands for it.
  return origin === 'null' ? protocol : origin;
}

function differs(what: string, judged: unknown, live: unknown): string | undefined {
  return judged === live ? undefined : what;
}

function describeSubmit({ submits }: Target): string {
  return submits ? JSON.stringify([submits.action, submits.method, [...submits.holds].sort()]) : '';
}

function describeIdentity({ tag, attributes }: Fingerprint): string {
  return JSON.stringify([tag, Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1))]);
}

function describePlace({ within, near }: Fingerprint): string {
  return JSON.stringify([within, near ?? '']);
}
