/** Parameters that say where a reader came from and nothing of where the link leads. */
const TRACKING = /^(utm_\w+|gclid|fbclid|msclkid|mc_[ce]id|igshid|yclid|_hsenc|_hsmi)$/i;
const LONGEST_URL = 200;

/**
 * An address as Markdown can hold it, without tracking parameters; beyond 200 characters it ends in `…` and leads nowhere.
 * '' for one that is no place: a script, data, a part of the same page is told by the caller.
 */
export function shortenUrl(href: string): string {
  if (!URL.canParse(href)) return '';
  const url = new URL(href);
  if (!/^(https?|mailto|tel|ftp):$/.test(url.protocol)) return '';
  const tracking = [...url.searchParams.keys()].filter((name) => TRACKING.test(name));
  for (const name of tracking) url.searchParams.delete(name);
  const address = url.href.replaceAll('(', '%28').replaceAll(')', '%29').replaceAll('|', '%7C');
  return address.length > LONGEST_URL ? `${address.slice(0, LONGEST_URL)}…` : address;
}
