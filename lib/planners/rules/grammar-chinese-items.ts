import type { Rule } from './grammar';
import type { Order } from './instruction';
import { readFilter } from './read-filter';
import { CHINESE_COUNT, readCount } from './read-number';
import { readSort } from './read-sort';

const PLACE = '(?:购物车|购物袋|购物篮|收藏夹?|心愿单)';
const UNIT = '[个件只台本份双条瓶盒包]';

/** Searching, reading, lists and rows, in Chinese. */
export const CHINESE_ITEM_RULES: Rule[] = [
  {
    pattern: /^在\s*(.+?)\s*(?:里面?|中|内|上)?\s*(?:搜索|搜一下|搜|查找|查询|检索|找)\s*(.+)$/,
    read: (match, phrases) => readSearch(phrases.text(match[2]), phrases.text(match[1])),
  },
  {
    pattern: /^(?:搜索|搜一下|搜寻|搜|查找|查询|检索|寻找|找到|找一下|找)(?:一下)?\s*[:：]?\s*(?!最|总)(.+)$/,
    read: (match, phrases) => ({ kind: 'search', query: phrases.text(match[1]) }),
  },
  {
    pattern: new RegExp(
      `^(?:(?:告诉我|读取|看看|数一下|数数|统计|查看|请问)\\s*)?(?:一共|总共)?(?:有)?(?:多少|几)(?:个|件|条|封|行|项|名|款)?\\s*(.+?)$`,
    ),
    read: (match, phrases) => ({ kind: 'read', what: phrases.target(match[1]), count: true }),
  },
  {
    pattern:
      /^(?:(?:告诉我|读取|看看|数一下|统计|请问)\s*)?(.+?)(?:里面?|中)?(?:一共|总共)?有(?:多少|几)(?:个|件|条|封|行|项|名|款)?\s*(.*)$/,
    read: (match, phrases) => ({
      kind: 'read',
      what: phrases.target((match[2] ?? '') === '' ? match[1] : match[2]),
      count: true,
    }),
  },
  {
    pattern: /^(?:告诉我|请问)?\s*(.+?)\s*(?:的价格)?(?:是)?(?:多少钱)$/,
    read: (match, phrases) => readPriceOf(phrases.text(match[1])),
  },
  {
    pattern:
      /^(?:读取|读出|读一下|读一读|读|朗读|告诉我|告知|报告|看一下|记下|提取|给出|找(?=最|总))\s*(.+?)\s*(?:(?:是|为)?(?:什么|多少|谁|哪个|哪里|几)|给我)?$/,
    read: (match, phrases) => ({ kind: 'read', what: phrases.target(match[1]), count: false }),
  },
  {
    pattern: /^(.+?)\s*(?:是|为)(?:什么|多少|谁|哪个|哪里)$/,
    read: (match, phrases) => ({ kind: 'read', what: phrases.target(match[1]), count: false }),
  },
  {
    pattern: new RegExp(
      `^(?:(?:把|将)\\s*)?(.*?)\\s*(?:加入|加到|加进|添加到|添加进|放入|放到|放进|加)\\s*(?:到)?\\s*(${PLACE})(?:里面?|中)?\\s*(?:(${CHINESE_COUNT})\\s*${UNIT}?)?$`,
    ),
    read: (match, phrases) => readAdd(phrases.text(match[1]), match[2] ?? '', match[3]),
  },
  {
    pattern: new RegExp(
      `^(?:加入|添加|加|放|买)\\s*(${CHINESE_COUNT})\\s*${UNIT}?\\s*(.*?)\\s*(?:到|进|入|至)\\s*(${PLACE})(?:里面?|中)?$`,
    ),
    read: (match, phrases) => readAdd(phrases.text(match[2]), match[3] ?? '', match[1]),
  },
  {
    pattern: new RegExp(
      `^(?:往|向|在)?(${PLACE})(?:里面?|中)?(?:加入|添加|加|放入|放)\\s*(${CHINESE_COUNT})\\s*${UNIT}?\\s*(.*)$`,
    ),
    read: (match, phrases) => readAdd(phrases.text(match[3]), match[1] ?? '', match[2]),
  },
  {
    pattern: /^(?:按照?|依|根据|以)\s*(.+?)\s*(?:来|进行)?\s*(?:排序|排列|排)\s*(.*)$/,
    read: (match, phrases) => readSort(phrases.text(`${match[1] ?? ''}${match[2] ?? ''}`)),
  },
  {
    pattern: /^(?:把.+?)?(?:排序|排列)(?:方式)?(?:按照?|为|成|[:：])\s*(.+)$/,
    read: (match, phrases) => readSort(phrases.text(match[1])),
  },
  {
    pattern: /^(?:筛选|过滤|只看|仅看|只显示|仅显示|只要|只保留)(?:出)?\s*[:：]?\s*(.+)$/,
    read: (match, phrases) => readFilter(phrases.text(match[1])),
  },
  {
    pattern: /^按照?\s*(.+?)\s*(?:筛选|过滤)$/,
    read: (match, phrases) => readFilter(phrases.text(match[1])),
  },
  {
    pattern:
      /^(?:回复|答复)\s*(?:给)?\s*([^\uE000-\uF8FF:：，,]*?)(?:的(?:邮件|消息|留言|来信))?\s*(?:[:：，,]|说|内容为|内容是)*\s*([\uE000-\uF8FF].*|(?<=[:：，,说为是]\s*).+)$/s,
    read: (match, phrases) => {
      const to = (match[1] ?? '').trim();
      return {
        kind: 'reply',
        message: phrases.text(match[2]),
        send: true,
        ...(to === '' ? {} : { to: phrases.target(to) }),
      };
    },
  },
  {
    pattern:
      /^(?:(?:把|将)\s*)?(.+?)?\s*(?:标记|标|设)(?:为|成)\s*(已读|未读|重要|已完成|完成|垃圾邮件)\s*(.*)$/,
    read: (match, phrases) => readItemAction(`标记为${match[2]}`, match[1] ?? match[3], phrases),
  },
  {
    pattern: /^(?:给|为)\s*(.+?)\s*(?:加星标?|标星|加上?星标)$/,
    read: (match, phrases) => readItemAction('加星', match[1], phrases),
  },
  {
    pattern: /^(?:把|将)\s*(.+?)\s*(归档|存档|删除|删掉|移除|加星标?|标星|收藏|置顶|编辑|下载)(?:掉)?$/,
    read: (match, phrases) => readItemAction(match[2] ?? '', match[1], phrases),
  },
  {
    pattern: /^从\s*(.+?)\s*(?:里面?|中)?\s*(删除|移除|删掉|去掉)\s*(.+)$/,
    read: (match, phrases) => readItemAction(match[2] ?? '', match[3], phrases),
  },
  {
    pattern: /^(归档|存档|删除|删掉|移除|加星标?|标星|收藏|置顶|编辑|下载)\s*(.*)$/,
    read: (match, phrases) => readItemAction(match[1] ?? '', match[2], phrases),
  },
];

type Phrases = Parameters<Rule['read']>[1];

function readSearch(query: string, place: string): Order {
  if (/^(?:这里|此处|本站|网站|页面|商店|网上|搜索框|搜索栏)$/.test(place)) return { kind: 'search', query };
  return { kind: 'search', query, where: { query, place } };
}

function readPriceOf(item: string): Order {
  if (/总|合计|运费|小计/.test(item))
    return { kind: 'read', what: { raw: item, variants: [{ text: item }], deictic: false }, count: false };
  return {
    kind: 'read',
    what: { raw: `${item}的价格`, variants: [{ text: '价格', near: item }], deictic: false },
    count: false,
  };
}

function readAdd(item: string, place: string, count: string | undefined): Order {
  const leading = new RegExp(`^(${CHINESE_COUNT})\\s*${UNIT}\\s*`).exec(item);
  const quantity = readCount(count ?? leading?.[1] ?? '1') ?? 1;
  const name = (leading === null ? item : item.slice(leading[0].length))
    .replace(/^(?:它|这个|该|此)?(?:商品|产品)?$/, '')
    .trim();
  const named = name === '' || /^(?:它|它们|这个|该商品|此商品)$/.test(name) ? undefined : name;
  return {
    kind: 'add',
    quantity: Math.max(1, quantity),
    place,
    ...(named === undefined ? {} : { item: { raw: named, variants: [{ text: named }], deictic: false } }),
  };
}

function readItemAction(action: string, item: string | undefined, phrases: Phrases): Order {
  const trimmed = (item ?? '').trim();
  return { kind: 'item-action', action, ...(trimmed === '' ? {} : { item: phrases.target(trimmed) }) };
}
