import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build } from 'wxt';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const outDir = mkdtempSync(join(tmpdir(), 'errand-build-'));

interface Manifest {
  host_permissions?: string[];
  permissions: string[];
  optional_permissions: string[];
  content_security_policy: { extension_pages: string };
}

describe('the build for the stores', () => {
  let files: string[] = [];
  let manifest: Manifest;

  beforeAll(async () => {
    await build({ root: ROOT, outDir, browser: 'chrome', mode: 'production', logger: SILENT });
    const folder = join(outDir, readdirSync(outDir)[0] ?? '');
    files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
  }, 120_000);

  afterAll(() => rmSync(outDir, { recursive: true, force: true }));

  it('has the pages and scripts of the extension', () => {
    expect(files).toEqual(
      expect.arrayContaining(['sidepanel.html', 'settings.html', 'library.html', 'page.js', 'article.js']),
    );
  });

  it('has nothing of the playground', () => {
    expect(files.filter((file) => file.includes('playground'))).toEqual([]);
  });

  it('asks for no access at install and shows no frames', () => {
    expect(manifest.host_permissions).toBeUndefined();
    expect(manifest.permissions).not.toContain('downloads');
    expect(manifest.optional_permissions).toEqual(['downloads']);
    expect(manifest.content_security_policy.extension_pages).toContain("default-src 'none'");
    expect(manifest.content_security_policy.extension_pages).not.toContain('frame-src');
  });
});

const silence = (): void => undefined;
const SILENT = {
  debug: silence,
  log: silence,
  info: silence,
  warn: silence,
  error: silence,
  fatal: silence,
  success: silence,
  level: 0,
};
