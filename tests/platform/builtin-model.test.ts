import { afterEach, describe, expect, it, vi } from 'vitest';
import { builtinModel } from '../../lib/platform/builtin-model/builtin-model';
import {
  downloadBuiltinModel,
  readBuiltinModelState,
} from '../../lib/platform/builtin-model/builtin-model-state';
import type { LanguageModelApi } from '../../lib/platform/builtin-model/language-model-api';

afterEach(() => vi.unstubAllGlobals());

type Create = LanguageModelApi['create'];

/** A browser whose model answers as told; returns what it was asked. */
function install(answer: () => ReadableStream<string>, availability = 'available') {
  const asked: unknown[] = [];
  const destroy = vi.fn();
  const create = vi.fn<Create>((options) => {
    asked.push(options.initialPrompts);
    return Promise.resolve({
      promptStreaming: (input, { responseConstraint }) => {
        asked.push(input, responseConstraint);
        return answer();
      },
      destroy,
      contextUsage: 42,
      contextWindow: 9_216,
    });
  });
  vi.stubGlobal('LanguageModel', { availability: () => Promise.resolve(availability), create });
  return { asked, create, destroy };
}

function words(...pieces: string[]): ReadableStream<string> {
  return new ReadableStream({
    start(controller) {
      for (const piece of pieces) controller.enqueue(piece);
      controller.close();
    },
  });
}

function ask(signal = new AbortController().signal) {
  const texts: string[] = [];
  const answer = builtinModel.ask({
    messages: [
      { role: 'system', content: 'rules' },
      { role: 'user', content: 'task' },
      { role: 'assistant', content: '{}' },
      { role: 'user', content: 'page' },
    ],
    schema: { type: 'object' },
    signal,
    onText: (piece) => texts.push(piece),
  });
  return { answer, texts };
}

describe('the browser’s own model', () => {
  it('gets the chat, the last message as prompt and the schema; its words stream', async () => {
    const { asked, destroy } = install(() => words('{"say":', '"ok"}'));
    const { answer, texts } = ask();
    expect(await answer).toEqual({ ok: true, text: '{"say":"ok"}', tokens: 42 });
    expect(texts).toEqual(['{"say":', '"ok"}']);
    expect(asked).toEqual([
      [
        { role: 'system', content: 'rules' },
        { role: 'user', content: 'task' },
        { role: 'assistant', content: '{}' },
      ],
      'page',
      { type: 'object' },
    ]);
    expect(destroy).toHaveBeenCalledOnce();
  });

  it.each([
    ['QuotaExceededError', 'prompt-too-long'],
    ['NotReadableError', 'reply-filtered'],
    ['NotSupportedError', 'builtin-model-unable'],
    ['NotAllowedError', 'builtin-model-download'],
    ['UnknownError', 'builtin-model-error'],
  ])('%s is %s, and the session is ended', async (name, code) => {
    const { destroy } = install(() => {
      throw new DOMException('It failed.', name);
    });
    expect(await ask().answer).toMatchObject({ ok: false, code });
    expect(destroy).toHaveBeenCalledOnce();
  });

  it('that breaks off in the middle has said nothing', async () => {
    install(
      () =>
        new ReadableStream({
          start(controller) {
            controller.enqueue('{"say":');
            controller.error(new DOMException('GPU lost', 'UnknownError'));
          },
        }),
    );
    expect(await ask().answer).toMatchObject({ ok: false, code: 'builtin-model-error' });
  });

  it('stops when it is told to', async () => {
    install(() => {
      throw new DOMException('Stopped.', 'AbortError');
    });
    expect(await ask(AbortSignal.abort()).answer).toEqual({ ok: false, code: 'aborted' });
  });

  it('tells how much it reads', async () => {
    install(() => words());
    expect(await builtinModel.contextTokens()).toBe(9_216);
  });
});

describe('whether it can be asked', () => {
  it.each([
    ['available', 'ready'],
    ['downloadable', 'downloadable'],
    ['downloading', 'downloading'],
    ['unavailable', 'unable'],
    ['something new', 'unable'],
  ])('%s: %s', async (availability, state) => {
    install(() => words(), availability);
    expect(await readBuiltinModelState()).toBe(state);
  });

  it('is missing where the browser has none, and unable where asking fails', async () => {
    expect(await readBuiltinModelState()).toBe('missing');
    expect(await ask().answer).toEqual({ ok: false, code: 'builtin-model-missing' });
    vi.stubGlobal('LanguageModel', { availability: () => Promise.reject(new TypeError('no')) });
    expect(await readBuiltinModelState()).toBe('unable');
  });
});

describe('its download', () => {
  it('tells how far it has come', async () => {
    const { create } = install(() => words());
    create.mockImplementationOnce((options) => {
      const monitor = new EventTarget();
      options.monitor?.(monitor);
      for (const loaded of [0.25, 1])
        monitor.dispatchEvent(Object.assign(new Event('downloadprogress'), { loaded }));
      return Promise.resolve({ promptStreaming: () => words(), destroy: () => undefined });
    });
    const shares: number[] = [];
    expect(await downloadBuiltinModel((share) => shares.push(share))).toBe(true);
    expect(shares).toEqual([0.25, 1]);
  });

  it('that the browser refuses is no download', async () => {
    const { create } = install(() => words());
    create.mockRejectedValueOnce(new DOMException('No gesture.', 'NotAllowedError'));
    expect(await downloadBuiltinModel(() => undefined)).toBe(false);
    vi.unstubAllGlobals();
    expect(await downloadBuiltinModel(() => undefined)).toBe(false);
  });
});
