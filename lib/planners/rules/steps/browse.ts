import { compareWords, coverage } from '../compare-words';
import { findCandidates } from '../ground';
import type { InstructionOf, TargetPhrase } from '../instruction';
import { listNames, say } from '../messages';
import { actOn, giveUp, waitOnce } from '../moves';
import { parseTarget } from '../parse-target';
import { shorten } from '../read-observation';
import { act, DONE, mainDone, type Move, type Step, type StepContext } from '../step';

const MOST_SECONDS = 30;

/** "go back", "reload". */
export const browse: Step<InstructionOf<'browse'>> = (instruction, context) =>
  once(instruction, context, act(instruction.call, {}));

/** "go to https://…", "open … in a new tab". */
export const navigate: Step<InstructionOf<'navigate'>> = (instruction, context) =>
  once(instruction, context, act(instruction.newTab ? 'open_tab' : 'navigate', { url: instruction.url }));

export const closeTab: Step<InstructionOf<'close-tab'>> = (instruction, context) =>
  once(instruction, context, act('close_tab', {}));

export const pressKeys: Step<InstructionOf<'keys'>> = (instruction, context) => {
  const last = context.page.nodes.find((node) => node.ref !== undefined && node.ref === context.lastRef);
  const isField =
    last !== undefined && ['textbox', 'searchbox', 'combobox', 'spinbutton', 'editable'].includes(last.role);
  return once(
    instruction,
    context,
    act('press_keys', { keys: instruction.keys, ...(isField ? { ref: last.ref } : {}) }),
  );
};

/** "wait for X", "wait 3 seconds". */
export const wait: Step<InstructionOf<'wait'>> = (instruction, context) => {
  const seconds = Math.min(MOST_SECONDS, Math.max(1, instruction.seconds ?? MOST_SECONDS));
  const last = context.tried.at(-1);
  if (last?.status === 'failed')
    return {
      kind: 'fail',
      message: say(context.language, 'failed', { text: instruction.text, why: last.message }),
    };
  const shown = instruction.shown;
  return once(
    instruction,
    context,
    act('wait_for', shown === undefined ? { seconds } : { text: shown.slice(0, 500), seconds }),
  );
};

/** "scroll down", "scroll to the reviews". */
export const scroll: Step<InstructionOf<'scroll'>> = (instruction, context) => {
  if (instruction.edge !== undefined && instruction.target !== undefined)
    return scrollWithin(instruction, instruction.target, context);
  if (instruction.edge !== undefined)
    return once(instruction, context, act('scroll', { to: instruction.edge }));
  if (instruction.target === undefined)
    return once(instruction, context, act('scroll', { direction: instruction.direction ?? 'down' }));
  if (mainDone(context).length > 0) return DONE;
  return scrollTo(instruction, instruction.target, context);
};

/** "scroll the list to the bottom": what is called so, or the only thing there is of its kind. */
function scrollWithin(
  instruction: InstructionOf<'scroll'>,
  target: TargetPhrase,
  context: StepContext,
): Move {
  if (mainDone(context).length > 0) return DONE;
  const missing = say(context.language, 'thing', { name: target.raw });
  return actOn(instruction, context, { phrase: target, wish: {}, missing, openings: false }, (node) =>
    act('scroll', { ref: node.ref, to: instruction.edge }),
  );
}

/** Plain text has no ref: the nearest element that has one comes into view instead. */
function scrollTo(instruction: InstructionOf<'scroll'>, target: TargetPhrase, context: StepContext): Move {
  const named = findCandidates(context.page, target)[0];
  const words = target.variants.map(({ text }) => text).find((text) => text !== '') ?? target.raw;
  const texts = context.page.nodes.map((node) => ({ node, score: compareWords(words, node.name) }));
  const text = texts.filter(({ score }) => score > 0.6).sort((one, other) => other.score - one.score)[0];
  if (text !== undefined && text.score > (named?.score ?? 0)) {
    const near = context.page.nodes.find((node) => node.order >= text.node.order && node.ref !== undefined);
    if (near !== undefined) return giveUp(instruction, context) ?? act('scroll', { ref: near.ref });
  }
  const missing = say(context.language, 'thing', { name: target.raw });
  return actOn(instruction, context, { phrase: target, wish: {}, missing, openings: false }, (node) =>
    act('scroll', { ref: node.ref }),
  );
}

/** "switch to the Reviews tab": a tab of the browser, or one of the page. */
export const switchTab: Step<InstructionOf<'switch-tab'>> = (instruction, context) => {
  if (mainDone(context).length > 0) return DONE;
  const given = giveUp(instruction, context);
  if (given !== undefined) return given;
  const phrase = parseTarget(instruction.name);
  const inPage = findCandidates(context.page, phrase, { roles: new Set(['tab']), threshold: 0.7 })[0];
  if (inPage !== undefined)
    return inPage.node.states.has('selected') ? DONE : act('click', { ref: inPage.node.ref });
  const tab = findTab(context, phrase, instruction.name);
  if (tab !== undefined) return tab.active ? DONE : act('switch_tab', { tab: tab.tabId });
  const link = findCandidates(context.page, phrase, {
    roles: new Set(['link', 'button']),
    threshold: 0.9,
  })[0];
  if (link !== undefined) return act('click', { ref: link.node.ref });
  const names = listNames(
    context.language,
    context.tabs.map(({ title, url }) => shorten(title === '' ? url : title, 60)),
  );
  return (
    waitOnce(context, instruction.name) ?? {
      kind: 'fail',
      message: say(context.language, 'no-tab', { text: instruction.text, names }),
    }
  );
};

function findTab(
  { tabs }: StepContext,
  { rank }: TargetPhrase,
  name: string,
): StepContext['tabs'][number] | undefined {
  if (rank?.by === 'position') return tabs.at(rank.index);
  if (/^(?:other|next|previous|new|另一个|其他|新|上一个|下一个|原来)/i.test(name))
    return tabs.find(({ active }) => !active);
  if (/^\d{1,3}$/.test(name)) return tabs[Number(name) - 1];
  const scored = tabs.map((tab) => ({
    tab,
    score: Math.max(coverage(name, tab.title), tab.url.toLowerCase().includes(name.toLowerCase()) ? 1 : 0),
  }));
  const best = scored.sort((one, other) => other.score - one.score)[0];
  return best !== undefined && best.score > 0.6 ? best.tab : undefined;
}

function once(
  instruction: InstructionOf<'browse' | 'navigate' | 'close-tab' | 'keys' | 'wait' | 'scroll'>,
  context: StepContext,
  move: Move,
): Move {
  if (mainDone(context).length > 0) return DONE;
  return giveUp(instruction, context) ?? move;
}
