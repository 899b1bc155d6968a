import type { Browser, Page } from 'puppeteer-core';

export interface OpenedExtension {
  browser: Browser;
  extensionId: string;
  /** One of the extension's own pages. */
  openOwn(path: string): Promise<Page>;
  tabIdOf(page: Page): Promise<number>;
  close(): Promise<void>;
}

/** Opens the browser at `executablePath` with the extension in a profile that is thrown away. */
export function openExtension(options: {
  executablePath: string;
  headless: boolean;
  locale?: string;
  extension?: string;
}): Promise<OpenedExtension>;
