import { readUrl, type Grammar, type Rule } from './grammar';
import { CHINESE_FORM_RULES } from './grammar-chinese-forms';
import { CHINESE_ITEM_RULES } from './grammar-chinese-items';
import { readKeys } from './read-keys';
import { CHINESE_COUNT, readCount } from './read-number';

const VERBS =
  '搜索|搜一下|搜|查找|查询|检索|寻找|找到|找|打开|点击|点开|点一下|点|单击|双击|按下|按|轻触|进入|访问|前往|去往|跳转|转到|去|浏览|加入|添加|增加|加|放入|放进|把|将|设置|设为|设|修改|更改|改成|改|调整|填写|填入|填好|填|输入|录入|键入|写入|写|清空|选择|选中|选|勾选|勾上|打勾|取消勾选|取消|不勾选|提交|发送|读取|读出|读一下|读|朗读|告诉我|告知|报告|看看|看一下|查看|显示|滚动|滑动|向下|向上|往下|往上|返回|后退|退回|回到|前进|刷新|重新加载|等待|等到|等|切换|关闭|关掉|新建|新开|排序|按照|筛选|过滤|只看|仅看|只显示|仅显示|退出|登出|注销|登录|登入|注册|回复|答复|标记|标为|删除|删掉|移除|归档|存档|加星|标星|收藏|重复|再来一次|下一页|上一页|翻页|翻到|保存|确认|确定|购买|下单|结账|结算|去结算|支付|付款|同意|接受|拒绝|应用|订阅|展开|收起|开启|启用|停用|禁用|悬停|如果|假如|要是|除非|不要|别|什么|多少|有多少|几个|总结|翻译|计划|规划|解释|上一步|下一步|继续|跳过|编辑|下载|上传|分享|比较';

const BROWSING: Rule[] = [
  { pattern: /^(?:不要|别|请勿|无需|不用|不必)/, read: () => ({ kind: 'nothing' }) },
  {
    pattern: /^(?:如果|假如|要是|若|除非|当.+时|直到|每当|只要)/,
    read: () => ({ kind: 'unknown', why: 'condition' }),
  },
  {
    pattern: /^(?:谢谢(?:你|您)?|好的?|你好|您好|继续|可以|是的|就这样|完成|开始)$/,
    read: () => ({ kind: 'nothing' }),
  },
  {
    pattern:
      /^(?:在)?新(?:的)?(?:标签页|标签|窗口)(?:页)?(?:中|里|里面)?(?:打开|访问)\s*(?:网址|网站|链接|网页|地址)?\s*[:：]?\s*(\S+)$/,
    read: (match, phrases) => readAddress(phrases.text(match[1]), true),
  },
  {
    pattern:
      /^(?:打开|访问|前往|去|转到|跳转到|进入|浏览)\s*(?:网址|网站|网页|页面|链接|地址)?\s*[:：]?\s*(\S+?)\s*(?:(?:在|于)新(?:的)?标签(?:页)?(?:中|里)?(?:打开)?)?$/,
    read: (match, phrases) => readAddress(phrases.text(match[1]), /新(?:的)?标签/.test(match[0])),
  },
  { pattern: /^(?:关闭|关掉)(?:当前|这个|此)?(?:的)?标签页?$/, read: () => ({ kind: 'close-tab' }) },
  {
    pattern: /^(?:切换|转|回|跳转|换)(?:到|至)\s*(.+?)\s*(?:的)?(?:标签页|标签|选项卡|窗口)$/,
    read: (match, phrases) => ({ kind: 'switch-tab', name: phrases.text(match[1]) }),
  },
  {
    pattern: /^(?:切换|转|跳转)(?:到|至)?标签页?\s*(.+)$/,
    read: (match, phrases) => ({ kind: 'switch-tab', name: phrases.text(match[1]) }),
  },
  {
    pattern: /^(?:返回|后退|退回|回退)(?:一页|一步|(?:到)?上一?(?:页|个页面|级))?$|^回到上一?(?:页|个页面)$/,
    read: () => ({ kind: 'browse', call: 'go_back' }),
  },
  { pattern: /^前进(?:一页|一步)?$/, read: () => ({ kind: 'browse', call: 'go_forward' }) },
  {
    pattern: /^(?:刷新|重新加载|重载)(?:一下|页面|网页|当前页面?)*$/,
    read: () => ({ kind: 'browse', call: 'reload' }),
  },
  {
    pattern: /^(?:返回|回到|退回)(?:到)?\s*(.+)$/,
    read: (match, phrases) => ({
      kind: 'activate',
      target: phrases.target(match[1]),
      verb: 'open',
      orElseBack: true,
    }),
  },
  {
    pattern: /^(?:点击|点|转到|翻到|去|前往|打开|到)?(下|上)一?页$|^(?:向)?(后|前)翻(?:一)?页$|^翻页$/,
    read: (match) => ({
      kind: 'turn-page',
      to: match[1] === '上' || match[2] === '前' ? 'previous' : 'next',
    }),
  },
  {
    pattern:
      /^(?:(?:一直)?(?:滚动|滑动|滚|滑|翻|拉)(?:页面)?(?:到|至)?|(?:回|到))(?:页面)?(?:的)?(?:最)?(顶部|顶端|顶|上面|开头|底部|底端|底|下面|末尾|结尾)$/,
    read: (match) => ({ kind: 'scroll', edge: /[底下末结]/.test(match[1] ?? '') ? 'bottom' : 'top' }),
  },
  {
    pattern:
      /^(?:滚动|滑动|滚|滑|翻)?\s*(?:向|往|朝)?(下|上|左|右)(?:滚动|滑动|滚|滑|翻|拉)?(?:一下|一点|一些|一屏|一页|页面)?$/,
    read: (match) => ({ kind: 'scroll', direction: DIRECTIONS[match[1] ?? ''] ?? 'down' }),
  },
  { pattern: /^(?:滚动|滑动)(?:一下|页面)?$/, read: () => ({ kind: 'scroll', direction: 'down' }) },
  {
    pattern: /^(?:向[下上])?(?:滚动|滑动|滚|滑)(?:到|至)\s*(.+)$/,
    read: (match, phrases) => ({ kind: 'scroll', target: phrases.target(match[1]) }),
  },
  {
    pattern: new RegExp(`^(?:等待|等|暂停)(?:一下)?\\s*(${CHINESE_COUNT})\\s*(秒钟?|分钟?)$`),
    read: (match) => ({
      kind: 'wait',
      seconds: (readCount(match[1] ?? '') ?? 1) * (match[2]?.startsWith('分') === true ? 60 : 1),
    }),
  },
  {
    pattern: /^(?:等待|等)(?:一下|一会儿?|片刻|页面加载(?:完成|完毕)?|加载(?:完成|完毕)?)?$/,
    read: () => ({ kind: 'wait', seconds: 2 }),
  },
  {
    pattern: /^(?:等待|等到|等)\s*(.+?)\s*(?:出现|显示(?:出来)?|加载(?:完成|完毕)?)?(?:为止)?$/,
    read: (match, phrases) => ({ kind: 'wait', shown: phrases.text(match[1]) }),
  },
  {
    pattern:
      /^(?:按下?|敲)(?:一下)?\s*(回车|空格|退格|((?:(?:ctrl|control|cmd|command|alt|shift)\s*\+\s*)*(?:enter|return|esc(?:ape)?|tab|space|[a-z0-9]|f\d{1,2}|backspace|delete|home|end|page ?up|page ?down|(?:arrow )?(?:up|down|left|right))))\s*(?:键|按键)?$/i,
    read: (match) => ({ kind: 'keys', keys: KEYS[match[1] ?? ''] ?? readKeys(match[1] ?? '') }),
  },
  {
    pattern: new RegExp(
      `^(?:再)?(?:重复|再来|再做)(?:上一步|一次|一遍|这个操作)?(?:(${CHINESE_COUNT})[次遍])?$`,
    ),
    read: (match) => ({ kind: 'repeat', times: Math.min(20, readCount(match[1] ?? '1') ?? 1) }),
  },
  {
    pattern: /^(?:把?鼠标)?(?:悬停|移)(?:到|在)\s*(.+?)(?:上)?$/,
    read: (match, phrases) => ({ kind: 'hover', target: phrases.target(match[1]) }),
  },
];

const DIRECTIONS: Record<string, 'up' | 'down' | 'left' | 'right'> = {
  上: 'up',
  下: 'down',
  左: 'left',
  右: 'right',
};
const KEYS: Record<string, string> = { 回车: 'Enter', 空格: 'Space', 退格: 'Backspace' };

export const CHINESE: Grammar = {
  starts: new RegExp(
    `^(?:请|先|再|就|并|最后)*(?:${VERBS}|在.{1,20}?(?:输入|填写|填入|填|选择|选|搜索|写)|按.{1,12}排序|点|[^，,；;。\\s]{1,10}?(?:选择|选为|设为|设置为|改为|改成))`,
  ),
  leadIn:
    /^(?:请(?:你|您|帮我)?|帮我|帮忙|麻烦(?:你|您)?|给我|我想要?|我要|我需要|你能不能|能不能|能否|可以帮我|首先|先|然后再?|接着再?|随后|之后|接下来|最后|并且|并|再(?!次|来|做|见|重)|就|现在|同时|还要?|也)+[，,、\s]*/,
  rules: [...BROWSING, ...CHINESE_ITEM_RULES, ...CHINESE_FORM_RULES, ...activation()],
};

function activation(): Rule[] {
  return [
    {
      pattern:
        /^(?:(点击|点开|点一下|点|单击|双击|按下?|轻触)|打开|进入|访问|前往|跳转到?|转到|去|查看|看看|浏览|展开)\s*(?:一下)?\s*(.+)$/,
      read: (match, phrases) => ({
        kind: 'activate',
        target: phrases.target(match[2]),
        verb: match[1] === undefined ? 'open' : 'click',
      }),
    },
    {
      pattern: /^(?:关闭|关掉)\s*(.+)$/,
      read: (match, phrases) => ({
        kind: 'activate',
        target: {
          raw: phrases.text(match[0]),
          variants: [
            { text: phrases.text(match[0]) },
            { text: '关闭', near: phrases.text(match[1]) },
            { text: '关闭' },
          ],
          deictic: false,
        },
        verb: 'click',
      }),
    },
    {
      pattern:
        /^(?:保存|确认|确定|取消|购买|立即购买|下单|结账|结算|去结算|支付|付款|同意|接受|拒绝|应用|订阅|登录|登入|登出|注销|退出|注册|继续|跳过|下一步|上一步|上传|分享|比较|新建|收起|显示|加载更多|发布).{0,20}$/,
      read: (match, phrases) => ({
        kind: 'activate',
        target: phrases.target(match[0]),
        verb: 'click',
        tentative: true,
      }),
    },
  ];
}

function readAddress(words: string, newTab: boolean): ReturnType<Rule['read']> {
  const url = readUrl(words);
  return url === undefined ? undefined : { kind: 'navigate', url, newTab };
}
