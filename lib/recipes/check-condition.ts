import type { Condition, PathSegment } from './condition';
import type { ObservationLine } from './observation-lines';
import { foldText } from './text-match';
import type { ParamValues } from './value';
import { fillText } from './value';

/** What a condition is checked on. */
export interface PageFacts {
  url: string;
  lines: readonly ObservationLine[];
}

/** Whether the condition holds on the page. One that speaks of a missing parameter does not. */
export function holds(condition: Condition, page: PageFacts, params: ParamValues): boolean {
  if (condition.type === 'url-path') return pathMatches(condition.segments, page.url, params);
  if (condition.type === 'appears') {
    const name = fillText(condition.name, params);
    return (
      name !== undefined &&
      page.lines.some((line) => line.role === condition.role && foldText(line.name) === foldText(name))
    );
  }
  return showsValue(condition, page, params);
}

/** A field that is not on the page any more shows nothing else: the action itself has read its value back. */
function showsValue(
  condition: Extract<Condition, { type: 'value' }>,
  page: PageFacts,
  params: ParamValues,
): boolean {
  const wanted = fillText(condition.value, params);
  const fields = page.lines.filter((line) => line.role === condition.role && line.name === condition.name);
  if (wanted === undefined) return false;
  return fields.length === 0 || fields.some((field) => foldText(field.value ?? '') === foldText(wanted));
}

function pathMatches(segments: readonly PathSegment[], url: string, params: ParamValues): boolean {
  const actual = pathSegments(url);
  if (actual.length !== segments.length) return false;
  return segments.every((segment, index) => {
    if (segment.kind === 'any') return true;
    return fillText(segment, params) === actual[index];
  });
}

/** Decoded segments of the URL's path: `/p/blue%20kettle` is `p`, `blue kettle`. */
export function pathSegments(url: string): string[] {
  if (!URL.canParse(url)) return [];
  return new URL(url).pathname.slice(1).split('/').map(decodeSegment);
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
