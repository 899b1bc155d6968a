import {
  ELEMENT_NODE,
  getAttribute,
  getNodeType,
  getParentNode,
  getTextContent,
  matches,
  queryWithin,
} from '../../observe/dom';
import { queryInRoot, type Roots } from './roots-in-reach';
import { isShown } from '../ready/actionable';
import type { ActDeps } from '../actor/act-context';
import { closestRendered } from '../actor/native-dom';
import { nameElement, quoteShort } from '../actor/name-element';

/** What the page says to the person because of the action. */
export interface MessageWatch {
  /** Alerts, status lines and faults of fields that appeared in these places; each in quotes, cut. */
  read(places: ReadonlySet<Node>): string[];
  stop(): void;
}

/** https://w3c.github.io/aria/#live_region_roles, without those that are no message (timer, marquee). */
const LIVE = '[role=alert],[role=status],[role=log],output,[aria-live=polite],[aria-live=assertive]';
const FAULTY = '[aria-invalid=true],:user-invalid';
const MAX_MESSAGES = 3;
const MAX_LENGTH = 160;

/** Call before the action's first event. */
export function watchMessages(deps: ActDeps, roots: Roots): MessageWatch {
  const faultyBefore = new Set(findFaulty(roots));
  const stoodBefore = new Set(roots.flatMap((root) => queryInRoot(root, LIVE)).map(readRegion));
  const refused = new Set<Element>();
  const stop = new AbortController();
  // A form that the browser itself does not let go says so at its fields.
  const note = (event: Event): void => {
    const [field] = event.composedPath();
    if (field && getNodeType(field as Node) === ELEMENT_NODE) refused.add(field as Element);
  };
  for (const root of roots) root.addEventListener('invalid', note, { capture: true, signal: stop.signal });
  return {
    read(places) {
      const said = new Set<string>();
      for (const [region, isChanged] of findRegions(places)) {
        const text = readRegion(region);
        if (text !== '' && (isChanged || !stoodBefore.has(text))) said.add(text);
      }
      const fresh = findFaulty(roots).filter((field) => !faultyBefore.has(field));
      for (const field of new Set([...refused, ...fresh])) said.add(describeFault(deps, field));
      return [...said].slice(0, MAX_MESSAGES);
    },
    stop: () => stop.abort(),
  };
}

function findFaulty(roots: Roots): Element[] {
  return roots
    .flatMap((root) => queryInRoot(root, FAULTY))
    .filter((field) => !matches(field, 'form,fieldset'));
}

/** Live regions in which something changed (true), and those in places that changed or came (false), innermost first. */
function findRegions(places: ReadonlySet<Node>): Map<Element, boolean> {
  const regions = new Map<Element, boolean>();
  for (const place of places) {
    const element = getNodeType(place) === ELEMENT_NODE ? place : getParentNode(place);
    if (!element || getNodeType(element) !== ELEMENT_NODE) continue;
    const around = closestRendered(element as Element, LIVE);
    if (around) regions.set(around, true);
    else if (place === element)
      for (const inside of queryWithin(element as Element, LIVE))
        regions.set(inside, regions.get(inside) ?? false);
  }
  return regions;
}

function readRegion(region: Element): string {
  const isOff = getAttribute(region, 'aria-live') === 'off';
  return isOff || !isShown(region) ? '' : quoteShort(getTextContent(region) ?? '', MAX_LENGTH);
}

function describeFault(deps: ActDeps, field: Element): string {
  const { validationMessage } = field as Partial<HTMLInputElement>;
  const native = typeof validationMessage === 'string' ? validationMessage : '';
  const error = deps
    .describe(field)
    .states?.find((state) => state.startsWith('error='))
    ?.slice('error='.length);
  return `${nameElement({ deps }, field)}: ${quoteShort(native, MAX_LENGTH) || error || 'invalid'}`;
}
