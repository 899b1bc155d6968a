import type { Order, TargetPhrase } from './instruction';

/** Turns pieces of a protected sentence back into text or into the name of an element. */
export interface Phrases {
  text(words: string | undefined): string;
  target(words: string | undefined): TargetPhrase;
  /** "label: value" pairs as one `set` each. */
  fields(words: string | undefined): Order[];
}

/** One form of words and what it asks for; `undefined` leaves the sentence to the next rule. */
export interface Rule {
  pattern: RegExp;
  read(match: RegExpExecArray, phrases: Phrases): Order | Order[] | undefined;
}

export interface Grammar {
  /** What an instruction begins with, so that a comma before it separates. */
  starts: RegExp;
  /** Polite and connecting words before an instruction. */
  leadIn: RegExp;
  rules: Rule[];
}

const FILE_ENDINGS =
  /\.(?:pdf|txt|docx?|xlsx?|csv|zip|png|jpe?g|gif|svg|md|html?|json|xml|js|ts|css|py|mp[34]|pptx?|exe|dmg|log)$/i;

/** The address that the words name, with a scheme; undefined when they name none. Only http and https. */
export function readUrl(words: string): string | undefined {
  const text = words.trim();
  if (/^https?:\/\/[^\s]+$/i.test(text)) return text;
  if (/^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?(?:[/?#]\S*)?$/i.test(text)) return `http://${text}`;
  const host = /^((?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,24})(?::\d{1,5})?(?:[/?#]\S*)?$/i.exec(text);
  return host === null || FILE_ENDINGS.test(host[1] ?? '') ? undefined : `https://${text}`;
}

/** Words that mean "switched on" as the value of a checkbox, and those that mean the contrary. */
export function readOnOff(value: string): boolean | undefined {
  if (/^(?:yes|y|on|true|checked|ticked|enabled?|是|开|开启|打开|启用|勾选|选中)$/i.test(value.trim()))
    return true;
  if (/^(?:no|n|off|false|unchecked|unticked|disabled?|否|关|关闭|停用|不勾选|不选)$/i.test(value.trim()))
    return false;
  return undefined;
}
