import type { ModelCapabilities } from '../../lib/planners/chat-model/model-capabilities';
import { i18n } from '#i18n';
import { formatCount } from '../format-values';
import { CheckCircleIcon, DashCircleIcon, QuestionCircleIcon } from '../icons';

type Line = { key: string; value: boolean | undefined; words: string };

/** What is known of a model, a line each, with what it means for the user. */
export function CapabilityList({ capabilities }: { capabilities: ModelCapabilities }) {
  return (
    <ul role="list" class="capabilities" aria-label={i18n.t('settings.capabilities')}>
      {linesOf(capabilities).map(({ key, value, words }) => (
        <li key={key}>
          {value === undefined ? <QuestionCircleIcon /> : value ? <CheckCircleIcon /> : <DashCircleIcon />}
          <span>{words}</span>
        </li>
      ))}
    </ul>
  );
}

function linesOf(can: ModelCapabilities): Line[] {
  const lines: Line[] = [
    {
      key: 'tools',
      value: can.toolCalls,
      words: say(can.toolCalls, [
        i18n.t('capability.tools'),
        i18n.t('capability.no_tools'),
        i18n.t('capability.tools_unknown'),
      ]),
    },
    {
      key: 'parallel',
      value: can.parallelCalls,
      words: say(can.parallelCalls, [i18n.t('capability.parallel'), i18n.t('capability.no_parallel'), '']),
    },
    {
      key: 'schema',
      value: can.jsonSchema,
      words: say(can.jsonSchema, [
        i18n.t('capability.schema'),
        i18n.t('capability.no_schema'),
        i18n.t('capability.schema_unknown'),
      ]),
    },
    {
      key: 'streaming',
      value: can.streaming,
      words: say(can.streaming, [
        i18n.t('capability.streaming'),
        i18n.t('capability.no_streaming'),
        i18n.t('capability.streaming_unknown'),
      ]),
    },
    {
      key: 'images',
      value: can.images,
      words: say(can.images, [
        i18n.t('capability.images'),
        i18n.t('capability.no_images'),
        i18n.t('capability.images_unknown'),
      ]),
    },
    {
      key: 'context',
      value: can.contextTokens === undefined ? undefined : true,
      words:
        can.contextTokens === undefined
          ? i18n.t('capability.context_unknown')
          : i18n.t('capability.context', { count: formatCount(can.contextTokens) }),
    },
  ];
  return lines.filter(({ words }) => words !== '');
}

function say(
  value: boolean | undefined,
  [yes, no, unknown]: [yes: string, no: string, unknown: string],
): string {
  if (value === undefined) return unknown;
  return value ? yes : no;
}
