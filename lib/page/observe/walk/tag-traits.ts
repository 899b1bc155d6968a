import { mayHostShadow } from '../dom';
import { ROLE_BY_TAG } from '../role-tables';

/** What a tag alone says of an element, whatever its attributes. */
export interface TagTraits {
  /** Never rendered. */
  isSkipped: boolean;
  /** Part of a drawing: nothing of it is words, or a control unless its attributes make it one. */
  isStroke: boolean;
  /** Phrasing that never makes a line of its own. */
  isPhrase: boolean;
  /** Role without any attribute; undefined where the element's place or its type decides. */
  role: string | undefined;
  /** Role holds only while no table or list around it gave up its own. */
  needsParent: boolean;
  /** Hardly ever made to look different unless it has attributes. */
  isInconspicuous: boolean;
  isFrame: boolean;
  /** Without attributes that make more of it, it only holds what is in it. */
  isWrapper: boolean;
  mayHostShadow: boolean;
}

/** Never rendered, whatever the style sheet says of their children. */
export const NEVER_RENDERED = new Set(
  'script style noscript template head meta link title base param source track datalist'.split(' '),
);
/** SVG that only draws. */
const STROKES = new Set(
  'path rect circle ellipse line polyline polygon defs use mask pattern filter clippath lineargradient radialgradient desc metadata symbol'.split(
    ' ',
  ),
);
const PHRASES = new Set(
  'span b i em strong small a u s code sub sup mark abbr time label font q cite kbd var samp bdi bdo data ins del wbr picture'.split(
    ' ',
  ),
);
/** Their role depends on attributes or place (`ROLE_BY_CONTEXT` in roles.ts), or they are controls or media. */
const PECULIAR = new Set(
  (
    'a area aside footer form header img image input section select summary th button textarea option details label legend caption ' +
    'canvas video audio object embed svg math iframe frame fieldset figure slot body html datalist meter progress output dialog optgroup frameset'
  ).split(' '),
);
/** Lose their role with their table or list. */
const OWNED_BY_PARENT = new Set('li dd dt tr td tbody thead tfoot'.split(' '));

const TABLE_PARTS = new Set('td th tr tbody thead tfoot'.split(' '));

/** Roles that no line says. */
const MERE_WORDS = new Set(
  'paragraph emphasis strong code deletion insertion mark subscript superscript time term definition'.split(
    ' ',
  ),
);

const known = new Map<string, TagTraits>();

export function traitsOf(tag: string): TagTraits {
  let traits = known.get(tag);
  if (!traits) known.set(tag, (traits = findTraits(tag)));
  return traits;
}

function findTraits(tag: string): TagTraits {
  const isPeculiar = PECULIAR.has(tag) || tag.includes('-');
  const role = isPeculiar ? undefined : tag === 'td' ? 'cell' : (ROLE_BY_TAG.get(tag) ?? '');
  return {
    isSkipped: NEVER_RENDERED.has(tag),
    isStroke: STROKES.has(tag.toLowerCase()),
    isPhrase: PHRASES.has(tag),
    role,
    needsParent: OWNED_BY_PARENT.has(tag),
    isInconspicuous: PHRASES.has(tag) || TABLE_PARTS.has(tag),
    isFrame: tag === 'iframe' || tag === 'frame',
    isWrapper: role !== undefined && (role === '' || MERE_WORDS.has(role)),
    mayHostShadow: mayHostShadow(tag),
  };
}
