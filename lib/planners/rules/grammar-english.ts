import { readUrl, type Grammar, type Rule } from './grammar';
import { FORM_RULES } from './grammar-english-forms';
import { CART_RULES, ITEM_RULES } from './grammar-english-items';
import { MESSAGE_RULES } from './grammar-english-messages';
import { READING_RULES } from './grammar-english-reading';
import { SEEKING_RULES } from './grammar-english-seeking';
import { VALUE_RULES } from './grammar-english-values';
import { readKeys } from './read-keys';
import { ENGLISH_COUNT, readCount } from './read-number';

const VERBS = [
  'search|look (?:for|up)|find|google|open|re-?open|go|goto|click|press|tap|hit|push|visit|view|navigate|browse to|load|launch|follow',
  'double-click|right-click|select|choose|pick|check(?: ?out)?|tick|uncheck|untick|unselect|deselect|toggle|turn (?:on|off)|switch',
  'enable|disable|set|change|update|make|increase|decrease|raise|reduce|adjust|type|enter|input|write|insert|paste|fill|complete|put',
  'add|remove|delete|archive|unarchive|star|unstar|flag|unflag|pin|unpin|mark|move|trash|reply|respond|answer|submit|send|save|place',
  'confirm|cancel|accept|decline|agree|reject|apply|clear|reset|empty|scroll|page (?:up|down)|wait|return to|close|dismiss|reload',
  "refresh|read|tell|report|give me|get|note|extract|whats?|what's|how (?:much|many)|which|who|when|where|sort|order (?:it |them )?by|arrange",
  'filter|narrow|limit|show|hide|display|keep only|only|log ?(?:in|out|off)|sign ?(?:in|out|up|off)|buy|purchase|order|pay|subscribe',
  'unsubscribe|download|upload|edit|rename|duplicate|create|hover|expand|collapse|repeat|do (?:that|it|this)|again|next|previous',
  "do not|don'?t|never|without|if|unless|whenever|while|until|continue|proceed|stop|like|share|book|reserve|skip|start|undo|redo|copy",
  'print|allow|deny|block|mute|unmute|use|import|export|compare|summari[sz]e|translate|explain|plan|ask|call|make sure|ensure|focus|solve|calculate|generate|drag|locate|highlight|draw|hit',
].join('|');

/** Buttons are often named by such a verb: an otherwise unreadable "save the draft" may be one. */
const BUTTON_VERBS =
  'save|place|confirm|cancel|accept|decline|agree|reject|apply|reset|checkout|check out|buy|purchase|order|pay|subscribe|unsubscribe|create|show|hide|display|log ?in|log ?out|log ?off|sign ?in|sign ?out|sign ?up|sign ?off|continue|proceed|skip|start|undo|redo|allow|deny|import|export|compare|expand|collapse|book|reserve|register|join|publish|post|upload|new|compose|stop|refund|track|manage|customi[sz]e|use|next|previous|return';

const BROWSING: Rule[] = [
  { pattern: /^(?:do not|don'?t|never|without)\b/i, read: () => ({ kind: 'nothing' }) },
  {
    pattern:
      /^(?:if|unless|when(?!ever you)|whenever|while|until|for each|for every|in case|as long as|depending)\b/i,
    read: () => ({ kind: 'unknown', why: 'condition' }),
  },
  {
    pattern:
      /^(?:thanks|thank you|please|ok|okay|yes|go on|go ahead|hi|hello|hey|start|let'?s go|that'?s (?:all|it)|done|now|then|finally|also|and|next|cheers|in that order|one after (?:the other|another)|step by step)(?: so much| very much)?$/i,
    read: (match) => (/^next$/i.test(match[0]) ? { kind: 'turn-page', to: 'next' } : { kind: 'nothing' }),
  },
  {
    pattern:
      /^(?:open|go to|goto|visit|navigate to|browse to|load)\s+(?:the\s+)?(?:(?:web)?(?:page|site)|url|address|link)?\s*(\S+)(\s+in\s+(?:a|another|the)\s+(?:new\s+|separate\s+)?tab)?$/i,
    read: (match, phrases) => {
      const url = readUrl(phrases.text(match[1]));
      return url === undefined ? undefined : { kind: 'navigate', url, newTab: match[2] !== undefined };
    },
  },
  {
    pattern:
      /^open\s+(?:a\s+|another\s+)?(?:new\s+)?tab\s+(?:with|at|for|to|on|and (?:go to|open))\s+(?:the\s+)?(\S+)$/i,
    read: (match, phrases) => {
      const url = readUrl(phrases.text(match[1]));
      return url === undefined ? undefined : { kind: 'navigate', url, newTab: true };
    },
  },
  { pattern: /^close\s+(?:the\s+|this\s+)?(?:current\s+)?tab$/i, read: () => ({ kind: 'close-tab' }) },
  {
    pattern:
      /^(?:switch|go|change|move|return)\s+(?:back\s+)?to\s+(?:the\s+)?(?:browser\s+)?tab\s+(?:with\s+|called\s+|titled\s+)?(.+)$/i,
    read: (match, phrases) => ({ kind: 'switch-tab', name: phrases.text(match[1]) }),
  },
  {
    pattern: /^(?:switch|go|change|move|return)\s+(?:back\s+)?to\s+(?:the\s+)?(.+?)\s+(?:browser\s+)?tab$/i,
    read: (match, phrases) => ({ kind: 'switch-tab', name: phrases.text(match[1]) }),
  },
  {
    pattern:
      /^(?:(?:go|navigate|move|step)\s+)?back(?:\s+(?:a|one)\s+(?:page|step))?(?:\s+to\s+the\s+(?:previous|last|prior)\s+page)?$|^(?:return|go) to the (?:previous|last|prior) page$/i,
    read: () => ({ kind: 'browse', call: 'go_back' }),
  },
  {
    pattern: /^(?:go|navigate)\s+forward(?:\s+(?:a|one)\s+page)?$/i,
    read: () => ({ kind: 'browse', call: 'go_forward' }),
  },
  {
    pattern: /^(?:reload|refresh)(?:\s+(?:the|this)?\s*(?:page|tab|site))?$/i,
    read: () => ({ kind: 'browse', call: 'reload' }),
  },
  {
    pattern: /^(?:go\s+back|return)\s+to\s+(.+)$/i,
    read: (match, phrases) => ({
      kind: 'activate',
      target: phrases.target(match[1]),
      verb: 'open',
      orElseBack: true,
    }),
  },
  {
    pattern:
      /^(?:(?:go|turn|move|click|press)\s+(?:on\s+)?(?:to\s+)?)?(?:the\s+)?(next|previous|prev)(?:\s+(?:results?\s+)?page)(?:\s+of\s+.+)?$/i,
    read: (match) => ({ kind: 'turn-page', to: /^next/i.test(match[1] ?? '') ? 'next' : 'previous' }),
  },
  {
    pattern:
      /^(?:scroll|page)\s+(?:all the way\s+)?(?:to\s+the\s+(?:very\s+)?)?(top|bottom|end|start|beginning)\b.*$/i,
    read: (match) => ({ kind: 'scroll', edge: /^(?:bottom|end)/i.test(match[1] ?? '') ? 'bottom' : 'top' }),
  },
  {
    pattern:
      /^(?:scroll|page)\s+(?:a\s+(?:bit|little|page)\s+|further\s+|all the way\s+)?(up|down|left|right)\b.*$/i,
    read: (match) => ({ kind: 'scroll', direction: readDirection(match[1]) }),
  },
  {
    pattern:
      /^scroll\s+(?:down\s+|up\s+)?(?:in\s+)?(?:the\s+)?(?!to\b)(.+?)\s+(?:all the way\s+)?to\s+(?:the|its)\s+(?:very\s+)?(top|bottom|end|start|beginning)(?:\s+of\s+.+)?$/i,
    read: (match, phrases) => ({
      kind: 'scroll',
      edge: /^(?:bottom|end)/i.test(match[2] ?? '') ? 'bottom' : 'top',
      target: phrases.target(match[1]),
    }),
  },
  { pattern: /^scroll$/i, read: () => ({ kind: 'scroll', direction: 'down' }) },
  {
    pattern: /^scroll\s+(?:until\s+(?:you\s+(?:see|reach)\s+)?|(?:down\s+|up\s+)?to\s+)(.+)$/i,
    read: (match, phrases) => ({ kind: 'scroll', target: phrases.target(match[1]) }),
  },
  {
    pattern: new RegExp(
      `^(?:wait|pause|sleep)(?:\\s+for)?\\s+(${ENGLISH_COUNT})\\s*(seconds?|secs?|s|minutes?|mins?|moments?|bit|while)$`,
      'i',
    ),
    read: (match) => ({
      kind: 'wait',
      seconds: (readCount(match[1] ?? '') ?? 1) * (/^min/i.test(match[2] ?? '') ? 60 : 1),
    }),
  },
  {
    pattern:
      /^wait\s+(?:for|until|till)\s+(?:you (?:can )?see\s+)?(.+?)(?:\s+(?:to\s+)?(?:appears?|shows?(?: up)?|is (?:shown|visible|there)|be (?:shown|visible)|loads?|is loaded|come up|comes up))?$/i,
    read: (match, phrases) => {
      const shown = phrases.text(match[1]).replace(/^(?:the|a|an)\s+/i, '');
      return /^(?:page|it|everything|results?|loading)$/i.test(shown)
        ? { kind: 'wait', seconds: 2 }
        : { kind: 'wait', shown };
    },
  },
  {
    pattern: /^(?:wait|pause)(?:\s+(?:a\s+(?:moment|bit|second)|briefly))?$/i,
    read: () => ({ kind: 'wait', seconds: 2 }),
  },
  {
    pattern:
      /^(?:press|hit|push|use)\s+(?:the\s+)?((?:(?:ctrl|control|cmd|command|meta|alt|option|shift)\s*[+-]\s*)*(?:enter|return|esc(?:ape)?|tab|space(?:bar)?|backspace|delete|home|end|page ?up|page ?down|(?:arrow )?(?:up|down|left|right)(?: arrow)?|f\d{1,2}|[a-z0-9](?=\s*(?:key)?$)))(?:\s+key)?$/i,
    read: (match) => ({ kind: 'keys', keys: readKeys(match[1] ?? '') }),
  },
  {
    pattern: new RegExp(
      `^(?:repeat|redo|do)\\s*(?:that|this|it|the (?:last|previous) (?:step|action))?(?:\\s+again)?(?:\\s+(${ENGLISH_COUNT})\\s+(?:more\\s+)?times?)?$|^(?:once )?again$`,
      'i',
    ),
    read: (match) => ({ kind: 'repeat', times: Math.min(20, readCount(match[1] ?? '1') ?? 1) }),
  },
  {
    pattern: /^hover(?:\s+over|\s+on)?\s+(.+)$/i,
    read: (match, phrases) => ({ kind: 'hover', target: phrases.target(match[1]) }),
  },
];

/** "click the bin to delete it": what a click is for is no part of what is clicked. */
const PURPOSE =
  /\s+(?:in order\s+)?to\s+(?:mark|delete|remove|open|close|submit|save|send|see|show|make|get|start|finish)\s+(?:it|them|this|that|the)\b.*$/i;

const ACTIVATION: Rule[] = [
  {
    pattern: new RegExp(`^(?:click|press|tap|hit|push)(?:\\s+on)?\\s+(.+?)${PURPOSE.source}`, 'i'),
    read: (match, phrases) => ({ kind: 'activate', target: phrases.target(match[1]), verb: 'click' }),
  },
  {
    pattern:
      /^(?:(click|press|tap|hit|push|double-click)|open|re-?open|go|goto|visit|view|navigate|browse|load|launch|follow|enter|see)(?:\s+(?:on|onto|into|to|at|up))?\s+(.+)$/i,
    read: (match, phrases) => ({
      kind: 'activate',
      target: phrases.target(match[2]),
      verb: match[1] === undefined ? 'open' : 'click',
    }),
  },
  {
    pattern: /^(?:close|dismiss)\s+(?:the\s+|this\s+|that\s+)?(.+)$/i,
    read: (match, phrases) => ({
      kind: 'activate',
      target: {
        raw: phrases.text(match[0]),
        variants: [
          { text: phrases.text(match[0]) },
          { text: 'close', near: phrases.text(match[1]) },
          { text: 'close' },
        ],
        deictic: false,
      },
      verb: 'click',
    }),
  },
  {
    pattern: new RegExp(`^(?:${BUTTON_VERBS})(?:\\s+.{1,60})?$`, 'i'),
    read: (match, phrases) => {
      const target = phrases.target(match[0]);
      // A long sentence names no button, but it may say how to compare.
      if (target.rank === undefined && match[0].split(/\s+/).length > 7) return undefined;
      return { kind: 'activate', target, verb: 'click', tentative: true };
    },
  },
];

export const ENGLISH: Grammar = {
  starts: new RegExp(
    `^(?:please\\s+|also\\s+|finally,?\\s+|now,?\\s+|then,?\\s+|just\\s+)*(?:${VERBS})(?![\\w'’-])`,
    'i',
  ),
  leadIn:
    /^(?:(?:please|kindly|can you|could you|would you|will you|i want you to|i would like you to|i'd like you to|i need you to|i want to|go ahead and|then|and|also|just|let's|let us|try to|you should|you can|ok|okay|so|hey|but|afterwards|after that|lastly|next,|first,|first of all|secondly|thirdly|finally|now|first(?=\s+(?:search|open|go|click|find|fill|log|select|add|type|enter|scroll)\b)|next(?=\s+(?:search|open|go|click|find|fill|log|select|add|type|enter|scroll|read)\b))(?:,\s*|\s+))+/i,
  rules: [
    ...BROWSING,
    ...SEEKING_RULES,
    ...VALUE_RULES,
    ...MESSAGE_RULES,
    ...READING_RULES,
    ...CART_RULES,
    ...FORM_RULES,
    ...ITEM_RULES,
    ...ACTIVATION,
  ],
};

function readDirection(word: string | undefined): 'up' | 'down' | 'left' | 'right' {
  const direction = word?.toLowerCase();
  return direction === 'up' || direction === 'left' || direction === 'right' ? direction : 'down';
}
