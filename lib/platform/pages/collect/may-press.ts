import { click } from '../../../actions/click';
import { isRiskier } from '../../../guard/raises';
import { riskOf } from '../../../guard/risk-of';
import { originOf } from '../../../guard/url-policy';
import type { Target } from '../../../trajectories/target';

/**
 * Whether a control may be pressed while rows are gathered, of which nobody is asked: judged as a click on it would be, it
 * does no more than change the page or lead to another one of the same site.
 */
export function mayPress(target: Target): boolean {
  const { ref, href, opensTab, origin, submits } = target;
  if (submits || opensTab) return false;
  const leadsTo = href === undefined ? undefined : originOf(href);
  if (leadsTo !== undefined && leadsTo !== origin) return false;
  const { risk } = riskOf({ name: 'click', args: { ref } }, click, { ref }, target);
  return !isRiskier(risk, 'leaves-page');
}
