import type { Target } from '../trajectories/target';
import { quotePageText } from './page-text';
import { raise } from './raises';
import type { Raise } from './raises';
import { originOf } from './url-policy';
import { readAddress } from './url-wording';
import { readLabel, saysAddToCart } from './wording';

type Submission = NonNullable<Target['submits']>;

/** What handing in this form with that button means. */
export function raisesOfSubmit(submits: Submission, button: string, documentOrigin: string): Raise[] {
  const form = quotePageText(submits.form) || quotePageText(button) || '…';
  const params = { form, origin: originOf(submits.action) ?? '' };
  const raises: Raise[] = [];
  if (submits.holds.some((kind) => kind === 'password' || kind === 'one-time-code')) {
    raises.push(raise('credentials', 'guard.credentials-form', params));
  }
  if (submits.holds.includes('card')) raises.push(raise('spends', 'guard.spends-card', params));
  const address = readAddress(submits.action);
  if (address !== undefined)
    raises.push(raise(address, `guard.${address}-address`, { url: quotePageText(submits.action) }));
  const meaning = readLabel(submits.form, 'command');
  if (meaning !== undefined) raises.push(raise(meaning, `guard.${meaning}-wording`, { name: params.form }));
  const method = submits.method.toLowerCase();
  if (method === 'dialog') return raises;
  if (method === 'get') return [...raises, raise('leaves-page', 'guard.leaves-page', { url: params.origin })];
  return isAddToCart(submits, button, documentOrigin)
    ? raises
    : [...raises, raise('sends', 'guard.sends-form', params)];
}

/**
 * The one POST form that is let through: a button that says "Add to cart" and nothing more, in a form without
 * secrets that does not say it buys or sends, handed in to the page's own origin.
 */
function isAddToCart(submits: Submission, button: string, documentOrigin: string): boolean {
  if (!saysAddToCart(button) || readLabel(button, 'control') !== undefined) return false;
  if (readLabel(submits.form, 'command') !== undefined) return false;
  return originOf(submits.action) === documentOrigin;
}
