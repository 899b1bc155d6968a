import type { Language } from './instruction';

/** Everything that the rules say to the user, in the language of the task. Placeholders: `{name}`. */
const MESSAGES = {
  'not-understood': {
    en: 'I did not understand “{text}”. I only follow explicit instructions such as “search for kettle, open the cheapest, add two to the cart”, “fill the form with: name Ada, city Paris; submit” or “read the total”. Choose a chat model in Settings for open-ended tasks.',
    zh: '我没有听懂“{text}”。我只执行明确的指令，例如“搜索水壶，打开最便宜的，加入购物车两件”“填写表单：姓名 Ada，城市 巴黎，提交”“读取总价”。开放性的任务请在设置中选择聊天模型。',
  },
  condition: {
    en: 'I cannot decide on conditions such as “{text}”. I only follow explicit instructions, one after the other; choose a chat model in Settings for tasks that need judgement.',
    zh: '我不能判断“{text}”这样的条件。我只按顺序执行明确的指令；需要判断的任务请在设置中选择聊天模型。',
  },
  'no-instruction': {
    en: 'There is nothing to do in “{text}”. I only follow explicit instructions such as “search for kettle”, “click Save” or “read the total”.',
    zh: '“{text}”里没有可以执行的指令。我只执行明确的指令，例如“搜索水壶”“点击保存”“读取总价”。',
  },
  'not-found': {
    en: '“{text}”: I found no {what} on this page.{nearest}',
    zh: '“{text}”：我在这个页面上没有找到{what}。{nearest}',
  },
  nearest: { en: ' What comes nearest: {names}.', zh: '最接近的是：{names}。' },
  'has-only': { en: ' The page has: {names}.', zh: '页面上有：{names}。' },
  failed: { en: '“{text}” did not work: {why}', zh: '“{text}”没有成功：{why}' },
  refused: {
    en: '“{text}” was not allowed, so I stopped. {why}',
    zh: '“{text}”没有得到允许，所以我停下了。{why}',
  },
  disabled: { en: '“{text}”: {what} is disabled on this page.', zh: '“{text}”：{what}目前不可用。' },
  stuck: {
    en: '“{text}” needed too many attempts, so I stopped.',
    zh: '“{text}”尝试次数过多，所以我停下了。',
  },
  'nothing-changed': { en: 'it was done, but the page shows no change', zh: '已经执行，但页面没有变化' },
  'which-one': { en: '“{text}”: which one do you mean?', zh: '“{text}”：您指的是哪一个？' },
  'again-question': {
    en: 'It is not certain whether “{text}” was carried out before the interruption. Shall I do it again?',
    zh: '中断之前“{text}”是否已经执行并不确定。要再执行一次吗？',
  },
  yes: { en: 'Yes, do it again', zh: '是，再执行一次' },
  no: { en: 'No, go on', zh: '否，继续' },
  done: { en: 'Done: {text}.', zh: '已完成：{text}。' },
  'done-several': { en: 'All {count} instructions are done.', zh: '{count} 条指令都已完成。' },
  'page-shows': { en: ' The page “{title}” shows: {shown}', zh: '页面“{title}”显示：{shown}' },
  'page-is': { en: ' The page is “{title}”.', zh: '当前页面是“{title}”。' },
  found: { en: 'Found: {hits}', zh: '找到：{hits}' },
  'not-on-page': {
    en: '“{text}”: this page has no search field, and its text does not contain “{query}”.',
    zh: '“{text}”：这个页面没有搜索框，页面文字中也没有“{query}”。',
  },
  'page-objects': {
    en: '“{text}”: the page did not accept it: {errors}',
    zh: '“{text}”：页面没有接受：{errors}',
  },
  'no-answer': {
    en: '“{text}”: I found no value for “{what}” on this page.{nearest}',
    zh: '“{text}”：我在这个页面上没有找到“{what}”的值。{nearest}',
  },
  'no-option': {
    en: '“{text}”: “{option}” is not among the options.{nearest}',
    zh: '“{text}”：选项中没有“{option}”。{nearest}',
  },
  'no-tab': {
    en: '“{text}”: no tab matches. Open tabs: {names}.',
    zh: '“{text}”：没有匹配的标签页。打开的标签页有：{names}。',
  },
  'what-to-open': { en: 'item that can be compared this way', zh: '可以这样比较的条目' },
  button: { en: 'button', zh: '按钮' },
  field: { en: 'field “{name}”', zh: '名为“{name}”的输入框' },
  option: { en: 'option “{name}”', zh: '选项“{name}”' },
  checkbox: { en: 'checkbox “{name}”', zh: '复选框“{name}”' },
  thing: { en: '“{name}”', zh: '“{name}”' },
  item: { en: 'entry “{name}”', zh: '条目“{name}”' },
  'submit-button': { en: 'button that submits', zh: '提交按钮' },
  'next-page': { en: 'link to that page', zh: '翻页链接' },
  'sort-control': { en: 'way to sort by “{name}”', zh: '按“{name}”排序的方式' },
  filter: { en: 'filter “{name}”', zh: '筛选项“{name}”' },
  'reply-field': { en: 'field for a reply', zh: '回复输入框' },
  'action-of-item': { en: 'way to “{name}” it', zh: '“{name}”的方式' },
} as const;

export type MessageKey = keyof typeof MESSAGES;

/** A sentence of the rules with its placeholders filled in. */
export function say(language: Language, key: MessageKey, values: Record<string, string> = {}): string {
  return MESSAGES[key][language].replace(/\{(\w+)\}/g, (_whole, name: string) => values[name] ?? '');
}

/** "“A”, “B”" or “A”、“B”. */
export function listNames(language: Language, names: string[]): string {
  return names.map((name) => `“${name}”`).join(language === 'zh' ? '、' : ', ');
}
