import type { ActionDefinition } from '../actions/define-action';
import type { ActionCall } from '../trajectories/action';
import type { Target } from '../trajectories/target';
import { readInteraction } from './interaction';
import { originOf } from './url-policy';

/** Leave to work on an origin, as the guard and the driver read it. */
export interface OriginLeave {
  /** Origins that the run may work on. */
  origins: string[];
  /** The user's standing grants. */
  grants: { origin: string; covers: string }[];
}

/** Whether a run may work on an origin without asking: it is of the run, or the user said so for good. */
export function mayVisit(origin: string, { origins, grants }: OriginLeave): boolean {
  return (
    origins.includes(origin) || grants.some((grant) => grant.origin === origin && grant.covers === 'visit')
  );
}

/** One action with what it is aimed at. */
export interface ActionOnPage {
  call: ActionCall;
  definition: ActionDefinition;
  args: Record<string, unknown>;
  target?: Target;
  pageUrl: string;
}

/**
 * Every origin that an action touches: the document that holds its element, and where link, form or address lead.
 * Compared whole (scheme, host, port): `evil.shop.example` is not `shop.example`.
 */
export function originsTouched(action: ActionOnPage): string[] {
  const { call, definition, args, pageUrl, target } = action;
  const touched = [
    definition.runsIn === 'page' ? actedOn(target, pageUrl) : undefined,
    originOfArgument(args['url']),
  ];
  if (target !== undefined && readInteraction(call, args, target).activates) {
    touched.push(originOfArgument(target.href), originOfArgument(target.submits?.action));
  }
  return [...new Set(touched.filter((origin) => origin !== undefined))];
}

/** The origin on which an action acts: its element's document, or the page. */
export function actedOn(target: Target | undefined, pageUrl: string): string | undefined {
  return (target === undefined ? undefined : originOf(target.origin)) ?? originOf(pageUrl);
}

function originOfArgument(url: unknown): string | undefined {
  return typeof url === 'string' ? originOf(url) : undefined;
}
