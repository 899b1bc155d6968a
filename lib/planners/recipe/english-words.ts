import type { Sentence } from '../../trajectories/verdict';

/** Turns a sentence into the words that the user reads. */
export type Translate = (sentence: Sentence) => string;

/**
 * What the recipe planner says when nobody gave it the words of the interface: in the playground, in tests,
 * in a trajectory that a model reads.
 */
const ENGLISH: Readonly<Record<string, string>> = {
  'recipe.result.done': 'Done.',
  'recipe.result.read': '{label}: {value}',
  'recipe.say.start': 'Open {url}',
  'recipe.say.wait': 'Wait for the page',
  'recipe.ask': 'Please fill in “{field}” on the page yourself. Recipes do not keep it. Then answer here.',
  'recipe.ask_done': 'It is filled in',
  'recipe.stop.failed': 'Stopped at step {step} ({what}): {reason}',
  'recipe.stop.denied': 'Stopped at step {step} ({what}): it was not allowed. {reason}',
  'recipe.stop.unknown':
    'Stopped at step {step} ({what}): it may or may not have happened. Look before you run this again.',
  'recipe.stop.expected': 'Stopped after step {step} ({what}): {expected}, and the page does not show that.',
  'recipe.stop.not_found': 'Stopped at step {step} ({what}): that is not on the page.',
  'recipe.stop.ambiguous': 'Stopped at step {step} ({what}): several things on the page fit.',
  'recipe.stop.too_many': 'Stopped at step {step} ({what}): the list is too long to compare all of it.',
  'recipe.stop.parameter': 'Stopped at step {step} ({what}): a value does not fit there.',
  'recipe.stop.unreadable': 'Everything was done, but “{label}” could not be read from the page.',
  'recipe.expect.url_path': 'the address should be {path}',
  'recipe.expect.appears': '“{name}” should appear',
  'recipe.expect.value': '“{name}” should show “{value}”',
  'recipe.step.start': 'Open {url}',
  'recipe.step.ask': 'Ask you to fill in “{field}”',
  'recipe.step.read': 'Read “{label}”',
  'recipe.step.read_line': 'Read what the page says',
  'recipe.step.on_lowest': 'Take the item with the lowest price',
  'recipe.step.on_highest': 'Take the item with the highest price',
  'recipe.step.on_nth': 'Take item {position} of the list',
  'recipe.step.navigate': 'Open {url}',
  'recipe.step.open_tab': 'Open {url} in a new tab',
  'recipe.step.go_back': 'Go back',
  'recipe.step.go_forward': 'Go forward',
  'recipe.step.reload': 'Load the page again',
  'recipe.step.switch_tab': 'Go to tab {tab}',
  'recipe.step.close_tab': 'Close the tab',
  'recipe.step.click': 'Click {target}',
  'recipe.step.hover': 'Point at {target}',
  'recipe.step.type_text': 'Type “{text}” into {target}',
  'recipe.step.choose': 'Choose “{text}” in {target}',
  'recipe.step.set_date': 'Set {target} to {date}',
  'recipe.step.set_date_range': 'Set {target} to {date} – {end}',
  'recipe.step.select_option': 'Choose “{options}” in {target}',
  'recipe.step.set_checked': 'Switch on {target}',
  'recipe.step.set_checked_off': 'Switch off {target}',
  'recipe.step.set_value': 'Set {target} to “{value}”',
  'recipe.step.press_keys': 'Press {keys}',
  'recipe.step.press_keys_on': 'Press {keys} on {target}',
  'recipe.step.scroll': 'Scroll',
  'recipe.step.wait_for': 'Wait',
  'recipe.step.wait_for_text': 'Wait for “{text}”',
  'recipe.step.wait_for_gone': 'Wait until “{gone}” is gone',
};

export const speakEnglish: Translate = ({ key, params }) =>
  (ENGLISH[key] ?? key).replace(/\{(\w+)\}/g, (_, name: string) =>
    Object.hasOwn(params, name) ? (params[name] ?? '') : '',
  );
