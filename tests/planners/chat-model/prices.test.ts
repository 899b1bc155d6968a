import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLocalEndpoint } from '../../../lib/planners/chat-model/local-endpoint';
import { costByTable, type ModelPrice } from '../../../lib/planners/chat-model/prices';

fc.configureGlobal({ seed: 20261122 });

const HOSTED = { baseUrl: 'https://api.example/v1', model: 'big' };
const PRICE: ModelPrice = { ...HOSTED, prompt: 2, cached: 0.5, completion: 8 };
const USAGE = { promptTokens: 1_000_000, cachedTokens: 400_000, completionTokens: 100_000 };

describe('the price table', () => {
  it('counts fresh, cached and written tokens at their own prices', () => {
    expect(costByTable(USAGE, HOSTED, [PRICE])).toBeCloseTo(0.6 * 2 + 0.4 * 0.5 + 0.1 * 8, 12);
  });

  it('counts cached tokens like any other where it gives them no price', () => {
    const { cached, ...plain } = PRICE;
    expect(cached).toBe(0.5);
    expect(costByTable(USAGE, HOSTED, [plain])).toBeCloseTo(2 + 0.8, 12);
  });

  it('knows nothing of another model or another endpoint, and the same endpoint with a slash at its end', () => {
    expect(costByTable(USAGE, { ...HOSTED, model: 'small' }, [PRICE])).toBeUndefined();
    expect(costByTable(USAGE, { ...HOSTED, baseUrl: 'https://other.example/v1' }, [PRICE])).toBeUndefined();
    expect(costByTable(USAGE, { ...HOSTED, baseUrl: `${HOSTED.baseUrl}/` }, [PRICE])).toBeDefined();
  });

  it('does not say nothing for an endpoint that reports no tokens', () => {
    const none = { promptTokens: 0, cachedTokens: 0, completionTokens: 0 };
    expect(costByTable(none, HOSTED, [PRICE])).toBeUndefined();
    expect(costByTable(none, HOSTED, [{ ...PRICE, prompt: 0, cached: 0, completion: 0 }])).toBe(0);
    expect(costByTable(none, { ...HOSTED, baseUrl: 'http://localhost:11434/v1' }, [])).toBe(0);
  });

  it('lets a row speak for a local endpoint that relays to a model which is paid for', () => {
    const relay = { baseUrl: 'http://127.0.0.1:4000/v1', model: 'big' };
    expect(costByTable(USAGE, relay, [])).toBe(0);
    expect(costByTable(USAGE, relay, [{ ...PRICE, ...relay }])).toBeGreaterThan(0);
  });

  it('never makes a cost less than nothing, nor one of more cached tokens than there were', () => {
    const count = fc.nat(10_000_000);
    const usd = fc.double({ min: 0, max: 1000, noNaN: true });
    fc.assert(
      fc.property(count, count, count, usd, usd, usd, (prompt, cachedTokens, written, p, c, w) => {
        const usage = { promptTokens: prompt, cachedTokens, completionTokens: written };
        const cost = costByTable(usage, HOSTED, [{ ...HOSTED, prompt: p, cached: c, completion: w }]) ?? 0;
        expect(cost).toBeGreaterThanOrEqual(0);
        const most = (prompt * Math.max(p, c) + written * w) / 1_000_000;
        expect(cost).toBeLessThanOrEqual(most * (1 + 1e-9));
      }),
    );
  });
});

describe('local endpoints', () => {
  it.each([
    'http://localhost:11434/v1',
    'http://127.0.0.1:1234/v1',
    'http://127.9.8.7/v1',
    'http://[::1]:8080/v1',
    'http://[fd12:3456::1]/v1',
    'http://[fe80::1]/v1',
    'http://10.0.0.5:8000/v1',
    'http://172.16.0.1/v1',
    'http://172.31.255.1/v1',
    'https://192.168.1.20/v1',
    'http://100.100.3.4:11434/v1',
    'http://studio.local:1234/v1',
    'http://gpu:8000/v1',
    'http://ai.home.arpa/v1',
  ])('%s is one', (url) => expect(isLocalEndpoint(url)).toBe(true));

  it.each([
    'https://api.example/v1',
    'http://172.32.0.1/v1',
    'http://11.0.0.1/v1',
    'http://100.128.0.1/v1',
    'http://10.example.com/v1',
    'http://localhost.example.com/v1',
    'http://[2001:db8::1]/v1',
    'no url',
    '',
  ])('%s is none', (url) => expect(isLocalEndpoint(url)).toBe(false));
});
