import { describe, expect, it } from 'vitest';
import { median, percentile, round, sum } from './statistics.ts';

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

describe('percentile', () => {
  const values = Array.from({ length: 20 }, (_, index) => 20 - index);
  it('is a value that so many do not exceed', () => expect(percentile(values, 0.95)).toBe(19));
  it('of all of them is the largest', () => expect(percentile(values, 1)).toBe(20));
  it('of none of them is the smallest', () => expect(percentile(values, 0)).toBe(1));
  it('of nothing is no number', () => expect(percentile([], 0.5)).toBeNaN());
});

it('sum adds up', () => expect(sum([1, 2, 3.5])).toBe(6.5));

it('round keeps three digits, and what is no finite number as it is', () => {
  expect([round(12_345), round(0.98765), round(Infinity)]).toEqual([12_300, 0.988, Infinity]);
});
