import type { PageAction } from '../../types';
import { actError } from './act-context';

// The background has checked the arguments against the schema; a caller of the page bundle may not have.

export function readText(action: PageAction, name: string): string | undefined {
  return readAs<string>(action, name, 'string');
}

export function readFlag(action: PageAction, name: string): boolean | undefined {
  return readAs<boolean>(action, name, 'boolean');
}

export function readNumber(action: PageAction, name: string): number | undefined {
  return readAs<number>(action, name, 'number');
}

export function readTexts(action: PageAction, name: string): string[] | undefined {
  const value = action[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string') return [value];
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value;
  throw badArgument(action, name, 'a list of strings');
}

export function expectText(action: PageAction, name: string): string {
  const value = readText(action, name);
  if (value === undefined) throw badArgument(action, name, 'a string');
  return value;
}

export function expectFlag(action: PageAction, name: string): boolean {
  const value = readFlag(action, name);
  if (value === undefined) throw badArgument(action, name, 'true or false');
  return value;
}

export function expectTexts(action: PageAction, name: string): string[] {
  const value = readTexts(action, name);
  if (!value?.length) throw badArgument(action, name, 'a list of at least one string');
  return value;
}

function readAs<T>(action: PageAction, name: string, type: 'string' | 'boolean' | 'number'): T | undefined {
  const value = action[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value === type) return value as T;
  throw badArgument(action, name, `a ${type}`);
}

export function badArgument(action: PageAction, name: string, wanted: string) {
  return actError('bad-arguments', `${action.name} was not run: ${name} must be ${wanted}.`, {
    action: action.name,
  });
}
