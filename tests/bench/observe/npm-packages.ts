import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from '../../../scripts/root.mjs';

const run = promisify(execFile);

export const CACHE = join(ROOT, '.output', 'bench', 'packages');

/** What is measured or measured with, pinned; fetched at first use, so that nobody else has to install it. */
export interface NpmPackage {
  name: string;
  version: string;
  /** `dist.integrity` of the registry. */
  integrity: string;
}

/** Resolves to the folder of the unpacked package. Rejects when what came is not what was pinned. */
export async function ensurePackage(wanted: NpmPackage): Promise<string> {
  const folder = join(CACHE, `${wanted.name.replace('@', '').replace('/', '-')}-${wanted.version}`);
  const marker = join(folder, '.integrity');
  if (existsSync(marker) && (await readFile(marker, 'utf8')) === wanted.integrity) return folder;
  await mkdir(CACHE, { recursive: true });
  console.log(`fetching ${wanted.name}@${wanted.version} …`);
  const tarball = await pack(wanted);
  expectIntegrity(wanted, await readFile(tarball));
  const unpacked = `${folder}.unpacking`;
  await rm(unpacked, { recursive: true, force: true });
  await mkdir(unpacked);
  await run('tar', ['xzf', tarball, '-C', unpacked, '--strip-components=1']);
  await writeFile(join(unpacked, '.integrity'), wanted.integrity);
  await rm(folder, { recursive: true, force: true });
  await rename(unpacked, folder);
  await rm(tarball);
  return folder;
}

async function pack({ name, version }: NpmPackage): Promise<string> {
  const onWindows = process.platform === 'win32';
  const { stdout } = await run(
    'npm',
    ['pack', `${name}@${version}`, '--silent', '--pack-destination', CACHE],
    {
      cwd: CACHE,
      shell: onWindows,
    },
  );
  const file = stdout.trim().split('\n').at(-1);
  if (!file) throw new Error(`npm pack ${name}@${version} named no file`);
  return join(CACHE, file);
}

function expectIntegrity({ name, version, integrity }: NpmPackage, tarball: Buffer): void {
  const found = `sha512-${createHash('sha512').update(tarball).digest('base64')}`;
  if (found !== integrity) throw new Error(`${name}@${version} has integrity ${found}, not ${integrity}`);
}
