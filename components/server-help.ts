import type { Machine, System } from './this-machine';

/** Local servers whose ways are known, by the port that they listen on unless told otherwise. */
export type LocalServer = 'ollama' | 'lm-studio' | 'llama-cpp' | 'vllm';

const PORTS: Record<string, LocalServer> = {
  '11434': 'ollama',
  '1234': 'lm-studio',
  '8080': 'llama-cpp',
  '8000': 'vllm',
};

export function serverAt(endpoint: string): LocalServer | undefined {
  return PORTS[URL.parse(endpoint)?.port ?? ''];
}

/** What to type so that the server answers this extension: one block of commands per system, or one for all. */
export function allowCommands(
  server: LocalServer,
  machine: Machine,
): Record<System, string> | { any: string } {
  const { extensionOrigin: origin } = machine;
  switch (server) {
    // https://docs.ollama.com/faq, "How do I configure Ollama server?"
    case 'ollama':
      return {
        linux: [
          'sudo mkdir -p /etc/systemd/system/ollama.service.d',
          `printf '[Service]\\nEnvironment="OLLAMA_ORIGINS=${origin}"\\n' | sudo tee /etc/systemd/system/ollama.service.d/origins.conf`,
          'sudo systemctl daemon-reload && sudo systemctl restart ollama',
        ].join('\n'),
        mac: `launchctl setenv OLLAMA_ORIGINS "${origin}"`,
        windows: `setx OLLAMA_ORIGINS "${origin}"`,
      };
    // https://lmstudio.ai/docs/cli/serve/server-start
    case 'lm-studio':
      return { any: 'lms server start --cors' };
    case 'llama-cpp':
      return { any: 'llama-server -m model.gguf --port 8080 --jinja' };
    case 'vllm':
      return { any: `vllm serve MODEL --port 8000 --allowed-origins '["${origin}"]'` };
  }
}
