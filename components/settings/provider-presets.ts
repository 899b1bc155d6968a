import type { ProviderName } from './settings-props';

export interface ProviderPreset {
  name: ProviderName;
  /** A brand, the same in every language; `custom` is named by the locale. */
  label: string;
  /** Filled in when the user picks the provider, never before. */
  baseUrl: string;
  needsKey: boolean;
}

export const PROVIDER_PRESETS: readonly ProviderPreset[] = [
  { name: 'openai', label: 'OpenAI', baseUrl: 'https://api.openai.com/v1', needsKey: true },
  { name: 'openrouter', label: 'OpenRouter', baseUrl: 'https://openrouter.ai/api/v1', needsKey: true },
  { name: 'ollama', label: 'Ollama', baseUrl: 'http://localhost:11434/v1', needsKey: false },
  { name: 'lm-studio', label: 'LM Studio', baseUrl: 'http://localhost:1234/v1', needsKey: false },
  { name: 'llama-cpp', label: 'llama.cpp', baseUrl: 'http://localhost:8080/v1', needsKey: false },
  { name: 'vllm', label: 'vLLM', baseUrl: 'http://localhost:8000/v1', needsKey: false },
  { name: 'custom', label: '', baseUrl: '', needsKey: false },
];
