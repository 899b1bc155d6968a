import { describe, expect, it } from 'vitest';
import { median, round, sum } from './statistics.ts';

describe('median', () => {
  it('is the value in the middle, however they are ordered', () => expect(median([9, 1, 5])).toBe(5));
  it('is between the two in the middle', () => expect(median([4, 1, 3, 2])).toBe(2.5));
  it('leaves the values as they were', () => {
    const values = [3, 1, 2];
    median(values);
    expect(values).toEqual([3, 1, 2]);
  });
  it('of nothing is no number', () => expect(median([])).toBeNaN());
});

it('sum adds up', () => expect(sum([1, 2, 3.5])).toBe(6.5));

it('round keeps three digits, and what is no finite number as it is', () => {
  expect([round(12_345), round(0.98765), round(Infinity)]).toEqual([12_300, 0.988, Infinity]);
});
