import { shortHash } from '../../trajectories/short-hash';

/**
 * Refs stand first in a line, or last where something was left out. A page that is loaded again gets new ones. Things that stand
 * beside each other (scope `page`) keep theirs: chat models read one thing a line.
 */
const REF = /^( *)(?:f\d+)?e\d+(?= )|(?<=; expand )(?:f\d+)?e\d+$/gm;

/** Tells whether two observations look alike: equal for texts that differ in their refs at most. */
export function lookOf(text: string): string {
  return shortHash(text.replace(REF, '$1'));
}
