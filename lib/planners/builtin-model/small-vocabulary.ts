import type { DescribedTool } from '../replies/describe-tools';

/** What a small model is offered: enough for pages and forms, little enough for its window. */
const OFFERED: ReadonlySet<string> = new Set([
  'click',
  'type_text',
  'choose',
  'set_checked',
  'set_date',
  'fill_form',
  'press_keys',
  'scroll',
  'find_text',
  'expand',
  'navigate',
  'go_back',
  'ask_user',
  'finish',
]);

/** The tools of that vocabulary, each with the first sentence of its description. */
export function smallVocabulary(tools: readonly DescribedTool[]): DescribedTool[] {
  return tools
    .filter((tool) => OFFERED.has(tool.function.name))
    .map(({ function: { description = '', ...rest } }) => ({
      function: { ...rest, description: firstSentence(description) },
    }));
}

function firstSentence(text: string): string {
  return /^.*?[.:;](?=\s|$)/s.exec(text)?.[0] ?? text;
}
