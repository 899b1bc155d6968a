import type { Rank, TargetKind, TargetPhrase } from './instruction';
import { hasPlaceholder, restoreText } from './protect-text';
import { CHINESE_COUNT, ENGLISH_ORDINAL, readCount, readOrdinal } from './read-number';

const ENGLISH_KINDS: [pattern: string, kind: TargetKind][] = [
  ['radio(?: button)?s?', 'radio'],
  ['buttons?', 'button'],
  ['links?|hyperlinks?|(?:web )?pages?|screens?|sections?', 'link'],
  ['check ?box(?:es)?|toggle|switch', 'checkbox'],
  ['text ?areas?', 'area'],
  ['(?:(?:text|input|entry) ?)*(?:fields?|inputs?|box(?:es)?|areas?|bar)', 'field'],
  ['sliders?|spinners?', 'slider'],
  ['tabs?', 'tab'],
  ['menu(?: item)?|drop ?down(?: menu| list)?|combo ?box|select box|picker', 'menu'],
  ['rows?|lines?|entry|entries', 'row'],
  ['images?|pictures?|photos?|icons?', 'image'],
  ['headings?', 'heading'],
  ['items?|results?|options?|products?|hits?|cards?|ones?|things?', 'item'],
];
const CHINESE_KINDS: [pattern: string, kind: TargetKind][] = [
  ['按钮|按键', 'button'],
  ['链接|超链接|页面?', 'link'],
  ['输入框|文本框|字段|一?栏|框', 'field'],
  ['复选框|勾选框|开关', 'checkbox'],
  ['单选框|单选按钮', 'radio'],
  ['标签页|选项卡', 'tab'],
  ['下拉框|下拉菜单|下拉列表|菜单', 'menu'],
  ['行', 'row'],
  ['图片|图标|照片', 'image'],
  ['标题', 'heading'],
  ['结果|商品|产品|项目|选项|条目|项', 'item'],
];
const ENGLISH_NEAR =
  /\s+(?:in|on|under|within|inside|next to|near|beside|for|from|of|at|with|by|titled|called|named)\s+/gi;
const ARTICLES = /^(?:(?:the|a|an|this|that|these|those|my|your|our|its|their|his|her)\s+)+/i;
/** What something is, when its name is quoted: says nothing of where it stands. */
const ANY_THING =
  /^(?:(?:folder|file|item|option|entry|element|thing|one|icon|image|widget|menu|node|branch|document|row|record|word|text|user|person)s?(?:\s+(?:or|and)\s+|$))+$/i;
/** Everything that is meant is on the page. */
const WHERE_IT_IS = /\s+(?:below|above|shown (?:below|above|here)|on (?:this|the) page)$/i;
const DEICTIC =
  /^(?:it|this|that|them|these|those|this one|that one|the selection|the selected \w+|selected text|here|这个|这|该|它|它们|这些|那个|此|选中的?(?:文字|文本|内容|部分)?|这个(?:商品|链接|产品|项目|元素|按钮|图片|页面)?|(?:this|that|the same) (?:item|link|product|element|one|image|button|text|thing))$/i;
const SUPERLATIVES: [pattern: string, rank: Omit<Rank, 'index'>][] = [
  [
    String.raw`cheapest|least expensive|lowest[ -]?priced?|most affordable|最便宜|价格最低|最低价`,
    { by: 'price', order: 'lowest' },
  ],
  [
    String.raw`most expensive|priciest|dearest|costliest|highest[ -]?priced?|最贵|价格最高|最高价`,
    { by: 'price', order: 'highest' },
  ],
  [
    String.raw`(?:highest|best|top)[ -]?(?:rated|rating|reviewed)|评分最高|评价最高|评价最好|最高分|好评最多`,
    { by: 'rating', order: 'highest' },
  ],
  [
    String.raw`(?:lowest|worst)[ -]?(?:rated|rating|reviewed)|评分最低|评价最低|最低分`,
    { by: 'rating', order: 'lowest' },
  ],
  [String.raw`shortest|quickest|fastest`, { by: 'duration', order: 'lowest' }],
  [String.raw`longest|slowest`, { by: 'duration', order: 'highest' }],
  [String.raw`newest|latest|most recent|最新|最近`, { by: 'date', order: 'highest' }],
  [String.raw`oldest|earliest|least recent|最旧|最早|最老`, { by: 'date', order: 'lowest' }],
];
const RANKED_BY: [pattern: RegExp, rank: Rank][] = [
  [
    /\s*(?:with|at|having|for)\s+the\s+(?:lowest|smallest|cheapest|least)\s+(?:price|cost|fare)/i,
    { by: 'price', order: 'lowest', index: 0 },
  ],
  [
    /\s*(?:with|at|having|for)\s+the\s+(?:highest|most expensive|greatest)\s+(?:price|cost|fare)/i,
    { by: 'price', order: 'highest', index: 0 },
  ],
  [
    /\s*(?:with|having)\s+the\s+(?:shortest|lowest|least)\s+(?:duration|time|length|trip)/i,
    { by: 'duration', order: 'lowest', index: 0 },
  ],
  [
    /\s*(?:with|having)\s+the\s+(?:longest|highest|greatest)\s+(?:duration|time|length|trip)/i,
    { by: 'duration', order: 'highest', index: 0 },
  ],
  [
    /\s*(?:with|having)\s+the\s+(?:greatest|highest|largest|biggest)\s+(?:number|value)/i,
    { by: 'number', order: 'highest', index: 0 },
  ],
  [
    /\s*(?:with|having)\s+the\s+(?:lowest|smallest|least)\s+(?:number|value)/i,
    { by: 'number', order: 'lowest', index: 0 },
  ],
  [
    /\s*(?:with|at|having|for)\s+the\s+(?:lowest|smallest|best)\s+price/i,
    { by: 'price', order: 'lowest', index: 0 },
  ],
  [
    /\s*(?:with|at|having|for)\s+the\s+(?:highest|biggest|largest)\s+price/i,
    { by: 'price', order: 'highest', index: 0 },
  ],
  [
    /\s*(?:with|having)\s+the\s+(?:highest|best|top)\s+(?:rating|score|reviews?)/i,
    { by: 'rating', order: 'highest', index: 0 },
  ],
  [
    /\s*(?:with|having)\s+the\s+(?:lowest|worst)\s+(?:rating|score|reviews?)/i,
    { by: 'rating', order: 'lowest', index: 0 },
  ],
];

/** Reads how an element was named. `pieces` are the protected parts of the task (see protect-text). */
export function parseTarget(phrase: string, pieces: string[] = []): TargetPhrase {
  const raw = restoreText(phrase, pieces).trim();
  let text = phrase.trim().replace(WHERE_IT_IS, '').replace(ARTICLES, '');
  const deictic = DEICTIC.test(phrase.trim()) || DEICTIC.test(text);
  const ranked = takeRank(text);
  text = ranked.text.replace(ARTICLES, '');
  const target: TargetPhrase = { raw, variants: [], deictic };
  if (ranked.rank !== undefined) target.rank = ranked.rank;
  const kind = deictic ? undefined : (takeWidget(restoreText(text, pieces)) ?? takeKind(text));
  if (kind !== undefined) target.kind = kind.kind;
  // "a checkbox": any of them will do.
  if (kind?.text === '' && target.rank === undefined && /^(?:an?|any)\s/i.test(phrase.trim()))
    target.rank = atPosition(0);
  target.variants = readings(text, kind?.text).map((reading) => ({
    text: restoreText(reading.text, pieces).trim(),
    ...(reading.near === undefined ? {} : { near: restoreText(reading.near, pieces).trim() }),
  }));
  return target;
}

/** Takes "second cheapest", "last", "third" or 第二个, 最便宜的 out of the phrase. */
function takeRank(text: string): { text: string; rank?: Rank } {
  for (const [pattern, rank] of RANKED_BY) {
    if (pattern.test(text)) return { text: text.replace(pattern, '').trim(), rank };
  }
  for (const [words, rank] of SUPERLATIVES) {
    const pattern = new RegExp(
      `^(?:(${ENGLISH_ORDINAL})[ -]|第(${CHINESE_COUNT}))?(?:the\\s+)?(?:${words})(?:的|\\s+|$)?(?:那?(?:一)?[个件款条项]\\s*|one\\b\\s*)?`,
      'i',
    );
    const match = pattern.exec(text);
    if (match === null) continue;
    const index = match[2] === undefined ? readOrdinal(match[1] ?? 'first') : (readCount(match[2]) ?? 1) - 1;
    return { text: text.slice(match[0].length), rank: { ...rank, index: Math.max(0, index ?? 0) } };
  }
  return takePosition(text);
}

function takePosition(text: string): { text: string; rank?: Rank } {
  const english = new RegExp(
    `^(${ENGLISH_ORDINAL})(?:\\s+|$)(?:of\\s+)?(?:the\\s+)?(?!name\\b|page\\b)`,
    'i',
  ).exec(text);
  if (english !== null)
    return { text: text.slice(english[0].length), rank: atPosition(readOrdinal(english[1] ?? '') ?? 0) };
  const numbered =
    /^(?:item|result|row|option|product|link|number)\s+(?:number\s+|no\.?\s*|#)?(\d{1,3})$/i.exec(text);
  if (numbered !== null)
    return { text: text.replace(/\s.*$/, ''), rank: atPosition(Number(numbered[1]) - 1) };
  const chinese = new RegExp(
    `^(?:第(${CHINESE_COUNT})|(最后)一?|(首))(?:个|件|款|条|项|行|封|张|名|篇)(?:的)?`,
  ).exec(text);
  if (chinese === null) return { text };
  const index =
    chinese[2] !== undefined ? -1 : chinese[3] !== undefined ? 0 : (readCount(chinese[1] ?? '') ?? 1) - 1;
  return { text: text.slice(chinese[0].length), rank: atPosition(index) };
}

function atPosition(index: number): Rank {
  return { by: 'position', order: 'lowest', index: Math.max(-1, index) };
}

/** "a checkbox widget": the kind is all that is said. */
function takeWidget(text: string): { text: string; kind: TargetKind } | undefined {
  const words = /^(.+?)\s+(?:widget|control|element)s?$/i.exec(text)?.[1];
  const kind = ENGLISH_KINDS.find(([names]) => new RegExp(`^(?:${names}|text)$`, 'i').test(words ?? ''))?.[1];
  if (words === undefined || kind === undefined) return undefined;
  return { text: '', kind: /^text$/i.test(words) ? 'field' : kind };
}

/** "the Save button", "button Save", 保存按钮: the kind and the rest. */
function takeKind(text: string): { text: string; kind: TargetKind } | undefined {
  for (const [words, kind] of ENGLISH_KINDS) {
    const last = new RegExp(
      `(?:^|\\s)(?:${words})(?=$|\\s+(?:in|on|under|of|for|from|next to|near|at|with|called|named|titled)\\s)`,
      'i',
    );
    const first = new RegExp(
      `^(?:${words})\\s+(?:called\\s+|named\\s+|titled\\s+|labell?ed\\s+)?(?=\\S)`,
      'i',
    );
    if (last.test(text)) return { text: text.replace(last, ' ').trim(), kind };
    if (first.test(text)) return { text: text.replace(first, '').trim(), kind };
  }
  for (const [words, kind] of CHINESE_KINDS) {
    const last = new RegExp(`(?:的|这个|那个)?(?:${words})$`);
    const first = new RegExp(`^(?:${words})(?=[\\uE000-\\uF8FF]|\\s)\\s*`);
    if (last.test(text)) return { text: text.replace(last, '').trim(), kind };
    if (first.test(text)) return { text: text.replace(first, '').trim(), kind };
  }
  return undefined;
}

/** The whole phrase, the phrase without its kind, and each way to cut off a context at a preposition. */
function readings(text: string, withoutKind: string | undefined): { text: string; near?: string }[] {
  const found: { text: string; near?: string }[] = [];
  const core = withoutKind ?? text;
  const quoted = hasPlaceholder(core) ? /[\uE000-\uF8FF]/.exec(core)?.[0] : undefined;
  if (quoted !== undefined && core.length > 1) {
    const around = core
      .replace(quoted, ' ')
      .replace(/^\s*(?:in|on|of|for|from|next to|near|at)\s+(?:the\s+)?|的/i, '')
      .replace(/\s*(?:that is |which is )?(?:labell?ed|named|called|titled)\s*$/i, '')
      .replace(/^(?:dialog|pop-?up)\s+(?:box|window)$/i, 'dialog')
      .trim();
    found.push(around === '' || ANY_THING.test(around) ? { text: quoted } : { text: quoted, near: around });
  }
  if (withoutKind !== undefined) found.push({ text: withoutKind });
  found.push({ text });
  for (const cut of core.matchAll(ENGLISH_NEAR)) {
    const near = core.slice(cut.index + cut[0].length).replace(ARTICLES, '');
    found.push({ text: core.slice(0, cut.index).replace(ARTICLES, ''), near });
  }
  const chinese = /^(.+?)(?:里面?|中|上|下面?|旁边?|附近)?的(.+)$/.exec(core);
  if (chinese !== null) found.push({ text: chinese[2] ?? '', near: (chinese[1] ?? '').replace(/^在/, '') });
  const possessive = /^(.+?)['’]s\s+(.+)$/.exec(core);
  if (possessive !== null) found.push({ text: possessive[2] ?? '', near: possessive[1] ?? '' });
  return found;
}
