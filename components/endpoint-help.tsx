import { useState } from 'preact/hooks';
import type { Failure } from '../lib/trajectories/failure';
import { i18n } from '#i18n';
import { allowCommands, serverAt, type LocalServer } from './server-help';
import { type Machine, SYSTEMS, type System, thisMachine } from './this-machine';
import { translate } from './translate';

/** Failures that a local server's rules for browsers may be behind. */
const HELPED = new Set(['origin-refused', 'endpoint-unreachable', 'connect-timeout']);

export interface EndpointHelpProps {
  failure: Failure;
  /** Unfolded from the start. */
  open?: boolean;
  machine?: Machine;
}

/** What the user can do about a server of their own that does not answer this extension, with what to type. */
export function EndpointHelp(props: EndpointHelpProps) {
  const endpoint = props.failure.params?.['endpoint'] ?? '';
  const server = serverAt(endpoint);
  const isLikelyLocal = server !== undefined || endpoint.startsWith('http:');
  if (!HELPED.has(props.failure.code) || (!isLikelyLocal && props.failure.code !== 'origin-refused'))
    return null;
  const machine = props.machine ?? thisMachine();
  return (
    <details class="endpoint-help" open={props.open}>
      <summary>{i18n.t('help.summary')}</summary>
      <ol>
        {props.failure.code !== 'origin-refused' && (
          <li>{translate({ key: 'help.running', params: { endpoint } })}</li>
        )}
        <li>
          {server ? (
            <ServerHelp server={server} machine={machine} />
          ) : (
            translate({ key: 'help.any_server', params: { origin: machine.extensionOrigin } })
          )}
        </li>
        <li>{i18n.t('help.access')}</li>
        {endpoint.startsWith('https:') && (
          <li>{translate({ key: 'help.certificate', params: { endpoint } })}</li>
        )}
      </ol>
    </details>
  );
}

function ServerHelp({ server, machine }: { server: LocalServer; machine: Machine }) {
  const commands = allowCommands(server, machine);
  return (
    <>
      <p>{serverWords(server)}</p>
      {'any' in commands ? (
        <Command text={commands.any} />
      ) : (
        <>
          <Command text={commands[machine.system]} />
          {server === 'ollama' && <p>{restartWords(machine.system)}</p>}
          <details>
            <summary>{i18n.t('help.other_systems')}</summary>
            {SYSTEMS.filter((system) => system !== machine.system).map((system) => (
              <div key={system}>
                <p>{SYSTEM_NAMES[system]}</p>
                <Command text={commands[system]} />
              </div>
            ))}
          </details>
        </>
      )}
    </>
  );
}

/** The same in every language. */
const SYSTEM_NAMES: Record<System, string> = { linux: 'Linux', mac: 'macOS', windows: 'Windows' };

function serverWords(server: LocalServer): string {
  switch (server) {
    case 'ollama':
      return i18n.t('help.ollama');
    case 'lm-studio':
      return i18n.t('help.lm_studio');
    case 'llama-cpp':
      return i18n.t('help.llama_cpp');
    case 'vllm':
      return i18n.t('help.vllm');
  }
}

function restartWords(system: System): string {
  return system === 'linux' ? i18n.t('help.ollama_by_hand') : i18n.t('help.ollama_restart');
}

/** Something to type elsewhere, with a button that copies it. */
function Command({ text }: { text: string }) {
  const [copied, setCopied] = useState(false);
  return (
    <div class="command">
      <pre tabIndex={0}>{text}</pre>
      <button
        type="button"
        class="button"
        onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
      >
        {copied ? i18n.t('common.copied') : i18n.t('common.copy')}
      </button>
    </div>
  );
}
