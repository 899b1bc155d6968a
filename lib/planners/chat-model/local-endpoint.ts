const LOCAL_NAMES = /(?:^|\.)(?:localhost|local|lan|internal|home\.arpa)$/;
/** Loopback, private, link-local and carrier-grade networks: RFC 1122, 1918, 3927, 6598. */
const LOCAL_IPV4 =
  /^(?:127\.|10\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.)\d+\.\d+(?:\.\d+)?$/;
/** Loopback, unique local and link-local addresses: RFC 4291, 4193. */
const LOCAL_IPV6 = /^\[(?:::1|f[cd][\da-f]{2}:.*|fe[89ab][\da-f]:.*)\]$/;

/** Whether a base URL leads to the user's own machine or network. Anything that is no URL does not. */
export function isLocalEndpoint(baseUrl: string): boolean {
  const host = URL.parse(baseUrl.trim())?.hostname ?? '';
  if (host === '') return false;
  return LOCAL_NAMES.test(host) || LOCAL_IPV4.test(host) || LOCAL_IPV6.test(host) || isBareName(host);
}

/** A name without a dot is found on the own network only. */
function isBareName(host: string): boolean {
  return !host.includes('.') && !host.startsWith('[');
}
