import type { Runtime } from 'webextension-polyfill';
import type { ErrandPage } from '../../page/types';
import { browser } from '../browser';
import { receiveFiles, type IncomingFiles } from './receive-files';
import { isPageMessage, type PageRequest } from './page-messages';
import { type ActsService, serveActs } from './serve-acts';
import { type HandOverService, serveHandOvers } from './serve-hand-overs';

/**
 * Content-script side: answers the background's requests for this frame, and nobody else's.
 * Listens for the life of the document; an orphaned script (extension updated) is never called again.
 */
export function servePage(page: ErrandPage): void {
  const serving = {
    page,
    running: new Map<string, AbortController>(),
    files: receiveFiles(),
    handOvers: serveHandOvers(page),
    acts: serveActs(page),
  };
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    if (sender.id !== browser.runtime.id || sender.tab !== undefined || !isPageMessage(message))
      return undefined;
    return answer(serving, message.request);
  });
}

interface Serving {
  page: ErrandPage;
  running: Map<string, AbortController>;
  files: IncomingFiles;
  handOvers: HandOverService;
  acts: ActsService;
}

async function answer(serving: Serving, request: PageRequest): Promise<unknown> {
  const { page, running, files, handOvers, acts } = serving;
  switch (request.kind) {
    case 'observe':
      acts.begin();
      return page.observe(request.request);
    case 'resolve':
      return page.resolve({
        ...(request.ref === undefined ? {} : { ref: request.ref }),
        ...(request.fingerprint === undefined ? {} : { fingerprint: request.fingerprint }),
        ...(request.point === undefined ? {} : { point: request.point }),
      });
    case 'act':
      return act(serving, request);
    case 'file':
      files.add(request);
      return null;
    case 'cancel':
      running.get(request.nonce)?.abort();
      return null;
    case 'is-linked':
      return page.world.isLinked();
    case 'hold-world':
      page.world.take()?.hold();
      return null;
    case 'link-world':
      page.world.link(request.channel);
      return null;
    case 'asked':
      return page.takeAsked();
    case 'leave':
      return page.quiet.leave();
    case 'stay':
      page.quiet.stay();
      return null;
    case 'release':
      page.world.take()?.release();
      handOvers.endAllBut(request.waiting);
      if (request.over) acts.end();
      return null;
    case 'find-lost':
      return page.findLost(request.refs);
    case 'hand-over':
      return handOvers.begin(request);
    case 'focused':
      return page.focused();
  }
}

async function act(
  { page, running, files }: Serving,
  { action, options }: Extract<PageRequest, { kind: 'act' }>,
): Promise<unknown> {
  const controller = new AbortController();
  const nonce = options.nonce ?? '';
  running.set(nonce, controller);
  try {
    return await page.act(action, { ...options, files: files.take(nonce), signal: controller.signal });
  } finally {
    running.delete(nonce);
  }
}
