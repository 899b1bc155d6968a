import type { Target } from '../trajectories/target';
import { normalise } from './page-text';

export type SensitiveKind = 'password' | 'one-time-code' | 'card';

/**
 * What secret an element asks for when text is put into it: by its type and autocomplete, else by its name, id, placeholder and label. A page
 * can only make a field look more secret by lying, never less.
 */
export function findSensitiveKind(target: Target): SensitiveKind | undefined {
  return kindByType(target) ?? kindByWording(target);
}

function kindByType(target: Target): SensitiveKind | undefined {
  const tokens = (target.autocomplete ?? '').toLowerCase().split(/\s+/);
  if (target.inputType?.toLowerCase() === 'password') return 'password';
  if (tokens.includes('current-password')) return 'password';
  // Component libraries write `new-password` on the search field of a dropdown, to keep the browser's own suggestions away.
  if (tokens.includes('new-password') && target.fingerprint.role !== 'combobox') return 'password';
  if (tokens.includes('one-time-code')) return 'one-time-code';
  return tokens.some((token) => token.startsWith('cc-')) ? 'card' : undefined;
}

const WORDING: [SensitiveKind, RegExp][] = [
  [
    'password',
    /passw(or)?d|passphrase|passwort|kennwort|mot de passe|contraseña|密码|密碼|口令|パスワード|暗証番号/,
  ],
  [
    'one-time-code',
    /\b(otp|totp|2fa|mfa)\b|one.?time (pass)?code|verification code|authenticat(ion|or) code|bestätigungscode|code de (vérification|confirmation)|código de verificación|验证码|校验码|動態碼|驗證碼|認証コード|確認コード/,
  ],
  [
    'card',
    /\b(cvv|cvc|csc)2?\b|(credit |debit |bank ?)?card.?(number|no\b)|cardnumber|security code|kartennummer|kreditkarte|numéro de (la )?carte|número de (la )?tarjeta|银行卡号|信用卡号|卡号|信用卡號|卡號|カード番号/,
  ],
];

function kindByWording(target: Target): SensitiveKind | undefined {
  const { name, attributes } = target.fingerprint;
  const { id, name: fieldName, placeholder } = attributes;
  const label = [name, placeholder ?? '', spellOut(id ?? ''), spellOut(fieldName ?? '')].join(' | ');
  const text = normalise(label);
  return WORDING.find(([, words]) => words.test(text))?.[0];
}

/** `cardNumber`, `card_number`, `card-number` as words. */
function spellOut(identifier: string): string {
  return identifier.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[-_[\].]+/g, ' ');
}
