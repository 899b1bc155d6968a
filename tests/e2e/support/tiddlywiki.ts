import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const CLI = resolve('node_modules/tiddlywiki/tiddlywiki.js');

/** A TiddlyWiki server with a folder of its own: a real application that nobody here wrote. */
export interface Wiki {
  url: string;
  /** Texts of the saved tiddlers, by title, as they lie on disk. */
  saved(): Promise<Record<string, string>>;
  close(): Promise<void>;
}

export async function startWiki(): Promise<Wiki> {
  const folder = await mkdtemp(join(tmpdir(), 'errand-wiki-'));
  await run([folder, '--init', 'server']);
  const port = await freePort();
  const server = spawn(process.execPath, [CLI, folder, '--listen', `port=${port}`, 'host=127.0.0.1'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    // It uses functions of Node that are on their way out.
    env: { ...process.env, NODE_NO_WARNINGS: '1' },
  });
  await new Promise<void>((ready, failed) => {
    server.once('exit', (code) => failed(new Error(`TiddlyWiki ended with ${code}`)));
    server.stdout.on('data', (text: Buffer) => /serving on/i.test(text.toString()) && ready());
  });
  return {
    url: `http://127.0.0.1:${port}/`,
    saved: () => readTiddlers(join(folder, 'tiddlers')),
    close: async () => {
      server.kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function readTiddlers(folder: string): Promise<Record<string, string>> {
  const files = await readdir(folder).catch(() => []);
  const texts = files
    .filter((file) => file.endsWith('.tid') && !file.startsWith('$'))
    .map(async (file) => {
      const [head = '', ...body] = (await readFile(join(folder, file), 'utf8')).split('\n\n');
      return [/^title: (.*)$/m.exec(head)?.[1] ?? '', body.join('\n\n').trim()] as const;
    });
  return Object.fromEntries(await Promise.all(texts));
}

function run(args: string[]): Promise<void> {
  return new Promise((done, failed) => {
    spawn(process.execPath, [CLI, ...args], { stdio: 'ignore' }).once('exit', (code) =>
      code === 0 ? done() : failed(new Error(`tiddlywiki ended with ${code}`)),
    );
  });
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => done(port));
    });
  });
}
