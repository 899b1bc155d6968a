import type { Rule } from './grammar';
import { CHINESE_COUNT, readCount } from './read-number';

/** Fields, boxes and choices, in Chinese. */
export const CHINESE_FORM_RULES: Rule[] = [
  {
    pattern:
      /^(?:填写|填好|填入|填|完成|录入|输入)\s*(?:一下)?(?:这个|该|此|下面的?|以下)?[^\s:：，,]{0,8}?(?:表单|表格|表|信息|资料|内容|地址栏)\s*(?:如下|[:：，,]|\s)\s*[:：]?\s*(.+)$/s,
    read: (match, phrases) => asFields(phrases.fields(match[1])),
  },
  {
    pattern: /^(?:填写|填入|填|输入)\s*[:：]\s*(.+)$/s,
    read: (match, phrases) => asFields(phrases.fields(match[1])),
  },
  {
    pattern: new RegExp(
      `^(?:把|将)?\\s*(.*?)(?:的)?\\s*(?:数量|件数)\\s*(?:设置|设定|设|改|更改|修改|调整|调|变|增加|减少)\\s*(?:成|为|到|至)\\s*(${CHINESE_COUNT})\\s*[个件只台本份]?$`,
    ),
    read: (match, phrases) => ({
      kind: 'quantity',
      quantity: readCount(match[2] ?? '') ?? 1,
      ...((match[1] ?? '') === '' ? {} : { item: phrases.target(match[1]) }),
    }),
  },
  {
    pattern:
      /^(?:把|将)\s*(.+?)\s*(?:输入|填写|填|写|键入|粘贴)\s*(?:到|进|入|在)+\s*(.+?)(?:里面?|中|内)?$/s,
    read: (match, phrases) => ({
      kind: 'set',
      field: phrases.target(match[2]),
      value: phrases.text(match[1]),
    }),
  },
  {
    pattern:
      /^(?:把|将)\s*(.+?)\s*(?:标记|设置|标|设)\s*(?:为|成)\s*(已读|未读|重要|完成|已完成|垃圾邮件|星标)$/,
    read: (match, phrases) => ({
      kind: 'item-action',
      action: match[2] === '星标' ? '加星' : `标记为${match[2]}`,
      item: phrases.target(match[1]),
    }),
  },
  {
    pattern:
      /^(?:(?:把|将)\s*)?(.+?)\s*(?:设置|设定|设|改|更改|修改|调整|调|换|选|填|填写|切换)\s*(?:成|为|到|至)\s*(.+)$/s,
    read: (match, phrases) =>
      readSet(phrases.text(match[1]), phrases.text(match[2]), phrases.target(match[1])),
  },
  {
    pattern:
      /^(?:请?在)\s*(.+?)\s*(?:里面?|中|内|处|上)?\s*(?:输入|填写|填入|填上|填|写入|写上|写|键入)\s*(.+)$/s,
    read: (match, phrases) => ({
      kind: 'set',
      field: phrases.target(match[1]),
      value: phrases.text(match[2]),
    }),
  },
  {
    pattern: /^(?:输入|填写|填入|键入|写)\s*(.+?)\s*(?:到|进|至|在)\s*(.+?)(?:里面?|中|内)?$/s,
    read: (match, phrases) => ({
      kind: 'set',
      field: phrases.target(match[2]),
      value: phrases.text(match[1]),
    }),
  },
  {
    pattern: /^(?:清空|清除)\s*(.+)$/,
    read: (match, phrases) => ({ kind: 'set', field: phrases.target(match[1]), value: '' }),
  },
  {
    pattern: /^(?:填写|填入|填)\s*(.+)$/s,
    read: (match, phrases) => asFields(phrases.fields(match[1])),
  },
  {
    pattern: /^(?:输入|键入|写)\s*(.+)$/s,
    read: (match, phrases) => ({ kind: 'set', field: phrases.target(''), value: phrases.text(match[1]) }),
  },
  {
    pattern: /^(?:取消勾选|取消选中|不勾选|去掉勾选|关闭开关|停用|禁用)\s*(.+)$/,
    read: (match, phrases) => ({ kind: 'check', target: phrases.target(match[1]), checked: false }),
  },
  {
    pattern: /^(?:取消)\s*(.+?)\s*(?:的)?(?:勾选|选中)$/,
    read: (match, phrases) => ({ kind: 'check', target: phrases.target(match[1]), checked: false }),
  },
  {
    pattern: /^(?:把|将)\s*(.+?)\s*取消勾选$/,
    read: (match, phrases) => ({ kind: 'check', target: phrases.target(match[1]), checked: false }),
  },
  {
    pattern: /^(?:勾选|勾上|打勾|选中复选框|开启|启用)\s*(.+)$/,
    read: (match, phrases) => ({ kind: 'check', target: phrases.target(match[1]), checked: true }),
  },
  {
    pattern: /^(?:把|将)\s*(.+?)\s*(?:勾选|勾上|打勾)(?:上)?$/,
    read: (match, phrases) => ({ kind: 'check', target: phrases.target(match[1]), checked: true }),
  },
  {
    pattern: /^同意\s*(.+)$/,
    read: (match, phrases) => ({ kind: 'check', target: phrases.target(match[1]), checked: true }),
  },
  {
    pattern: /^(?:请?在)\s*(.+?)\s*(?:里面?|中|内|处|上)?\s*(?:选择|选中|选)\s*(.+)$/,
    read: (match, phrases) => ({
      kind: 'choose',
      option: phrases.target(match[2]),
      field: phrases.target(match[1]),
    }),
  },
  {
    pattern: /^(.{1,12}?)\s*选择\s*(.+)$/,
    read: (match, phrases) => ({
      kind: 'choose',
      option: phrases.target(match[2]),
      field: phrases.target(match[1]),
    }),
  },
  {
    pattern: /^(?:选择|选中|选|切换到|切换至)\s*(.+?)\s*(?:作为|当作)\s*(.+)$/,
    read: (match, phrases) => ({
      kind: 'choose',
      option: phrases.target(match[1]),
      field: phrases.target(match[2]),
    }),
  },
  {
    pattern: /^(?:选择|选中|选|切换到|切换至)\s*(.+)$/,
    read: (match, phrases) => ({ kind: 'choose', option: phrases.target(match[1]) }),
  },
  {
    pattern: /^(?:提交|发送)(?:一下|(?:这个|该)?(?:表单|表格|申请|信息))?$/,
    read: () => ({ kind: 'submit' }),
  },
  {
    pattern: /^(?:提交|发送)\s*(.{1,20})$/,
    read: (match, phrases) => ({ kind: 'submit', name: phrases.text(match[1]) }),
  },
];

type Phrases = Parameters<Rule['read']>[1];

function asFields(fields: ReturnType<Phrases['fields']>): ReturnType<Rule['read']> {
  return fields.length === 0 ? undefined : fields;
}

function readSet(
  name: string,
  value: string,
  field: ReturnType<Phrases['target']>,
): ReturnType<Rule['read']> {
  if (/^(?:打开|点击|搜索|选择)/.test(name)) return undefined;
  return { kind: 'set', field, value };
}
