import type { Page } from '@playwright/test';
import type { ChatRequestBody } from '../../../support/loopback-endpoint.ts';
import { readThings, type ShownThing } from './read-things.ts';

/** What a model is shown. */
export interface Sight {
  /** The user's words. */
  readonly task: string;
  /** The newest message: the page as it was at first, and what has changed since. */
  readonly news: string;
  /** Everything that was told of the page, oldest first. */
  readonly told: string;
  /** What the last actions answered, in their order. */
  readonly results: readonly string[];
  /** What can be acted on and was told; what has vanished is among it. */
  things(role?: string): ShownThing[];
  /** The ref of the newest of the things with this role and name; throws when there is none. */
  refOf(role: string, name: string): string;
  /**
   * The eyes of a model that is shown pictures: `eye` runs in the task's page, so nothing around it is known there, and may read
   * nothing but what is drawn: places, sizes, colours, letters.
   */
  look<Seen>(eye: () => Seen): Promise<Seen>;
}

export function makeSight(body: ChatRequestBody, page: Page): Sight {
  const told = textOf(body, 'user');
  const [first = ''] = told;
  const all = told.join('\n');
  const lastSaid = body.messages.findLastIndex(({ role }) => role === 'assistant');
  const newest = { ...body, messages: body.messages.slice(lastSaid + 1) };
  const things = (role?: string) =>
    readThings(all).filter((thing) => role === undefined || thing.role === role);
  return {
    task: /^Task: (.*)$/m.exec(first)?.[1] ?? '',
    news: textOf(newest, 'user').join('\n'),
    told: all,
    results: textOf(newest, 'tool'),
    things,
    refOf(role, name) {
      const found = things(role).findLast((thing) => thing.name === name);
      if (found === undefined) throw new Error(`No ${role} ${JSON.stringify(name)} was shown.`);
      return found.ref;
    },
    look: (eye) => page.evaluate(eye),
  };
}

function textOf(body: ChatRequestBody, role: string): string[] {
  return body.messages
    .filter((message) => message.role === role)
    .map(({ content }) => (typeof content === 'string' ? content : JSON.stringify(content)));
}
