import type { Page } from '@playwright/test';
import {
  type ChatRequestBody,
  type LoopbackEndpoint,
  startEndpoint,
} from '../../../support/loopback-endpoint.ts';
import { DESK_PARAMETER } from '../open-desks.ts';
import { SCRIPTS } from './scripts.ts';
import type { Step } from './step.ts';

/** Tasks that are played with scripts. */
export const SCRIPTED_TASKS: ReadonlySet<string> = new Set(Object.keys(SCRIPTS));

type Call = { name: string; args: Record<string, unknown> };

/**
 * An endpoint that answers with what a script worked out, in the words of the vocabulary, with refs from what it was shown.
 * `pageOf` gives the task page of a desk; what is asked names it by the address.
 */
export function startScriptedPlanner(pageOf: (desk: number) => Page): Promise<LoopbackEndpoint> {
  return startEndpoint({
    answer: async (body) => {
      const text = textOf(body);
      const hasActed = body.messages.some(({ role }) => role === 'tool');
      const calls = hasActed ? [finish()] : await callsFor(text, pageOf);
      return { say: 'Worked out.', calls };
    },
  });
}

function finish(): Call {
  return { name: 'finish', args: { success: true, answer: 'Done.' } };
}

async function callsFor(text: string, pageOf: (desk: number) => Page): Promise<Call[]> {
  const address = new RegExp(String.raw`/miniwob/([\w-]+)\.html\?${DESK_PARAMETER}=(\d+)`).exec(text);
  const script = SCRIPTS[address?.[1] ?? ''];
  if (address === null || script === undefined) return [finish()];
  const steps = await pageOf(Number(address[2])).evaluate(script, text);
  return steps.map((step) => toCall(step, text));
}

function toCall(step: Step, text: string): Call {
  if ('point' in step)
    return { name: 'click_at', args: { x: Math.round(step.point[0]), y: Math.round(step.point[1]) } };
  if ('button' in step)
    return { name: 'click', args: { ref: refOf(text, `button ${JSON.stringify(step.button)}`) } };
  return { name: 'type_text', args: { ref: fieldsOf(text)[step.field] ?? '', text: step.text } };
}

function refOf(text: string, line: string): string {
  const at = text.lastIndexOf(line);
  return /((?:f\d+)?e\d+) $/.exec(text.slice(0, at))?.[1] ?? '';
}

function fieldsOf(text: string): string[] {
  return [...text.matchAll(/((?:f\d+)?e\d+) textbox/g)].map((match) => match[1] ?? '');
}

function textOf(body: ChatRequestBody): string {
  return body.messages
    .filter(({ role }) => role === 'user')
    .map(({ content }) => (typeof content === 'string' ? content : JSON.stringify(content)))
    .join('\n');
}
