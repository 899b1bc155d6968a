import { i18n } from '#i18n';
import type { Menus, Tabs } from 'webextension-polyfill';
import { liveQuery } from 'dexie';
import type { Recipe } from '../recipes/schema';
import type { Attachment } from '../trajectories/task';
import { browser } from './browser';
import { database } from './database';
import { focusedElement } from './pages/page-port';
import { putPendingTask } from './pending-task';
import { patternOf } from './access';

const DO_THIS = 'do-this';
const RECIPE = 'recipe:';
const EVERYWHERE: Menus.ContextType[] = ['page', 'selection', 'link', 'image', 'editable'];

/** Builds the menu anew; called when the extension is installed or updated and when the recipes change. */
async function buildMenus(recipes: Recipe[]): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({ id: DO_THIS, title: i18n.t('menu.doThis'), contexts: EVERYWHERE });
  for (const recipe of recipes) {
    browser.contextMenus.create({
      id: RECIPE + recipe.id,
      title: i18n.t('menu.runRecipe', [recipe.name.replaceAll('&', '&&')]),
      contexts: EVERYWHERE,
      documentUrlPatterns: [patternOf(recipe.site)],
    });
  }
}

/** Keeps the menu equal to the recipes. */
export function followRecipes(): void {
  liveQuery(() => database.recipes.toArray()).subscribe({
    next: (recipes) => void buildMenus(recipes),
    error: () => void buildMenus([]),
  });
}

/** Listener for contextMenus.onClicked: opens the panel with what was clicked attached. */
export function onMenuClicked(info: Menus.OnClickData, tab: Tabs.Tab | undefined): void {
  const tabId = tab?.id;
  if (tab === undefined || tabId === undefined) return;
  // First, and without awaiting anything: the browser opens the panel only straight from the click.
  openPanel(tab);
  const menuId = String(info.menuItemId);
  if (menuId.startsWith(RECIPE)) {
    void putPendingTask(tabId, {
      text: info.selectionText ?? '',
      attachments: [],
      recipeId: menuId.slice(RECIPE.length),
    });
    return;
  }
  void attachmentsOf(info, tab).then((attachments) => putPendingTask(tabId, { text: '', attachments }));
}

/** Opens the side panel (Chrome) or the sidebar (Firefox) of the tab's window. */
export function openPanel(tab: Tabs.Tab): void {
  if (globalThis.chrome?.sidePanel !== undefined && tab.windowId !== undefined) {
    void chrome.sidePanel.open({ windowId: tab.windowId }).catch(() => undefined);
    return;
  }
  void browser.sidebarAction.open();
}

const FOCUS_TIMEOUT_MS = 3_000;

async function attachmentsOf(info: Menus.OnClickData, tab: Tabs.Tab): Promise<Attachment[]> {
  if (info.selectionText) return [{ kind: 'selection', text: info.selectionText }];
  if (info.linkUrl) return [{ kind: 'link', url: info.linkUrl, text: info.linkText ?? '' }];
  if (info.mediaType === 'image' && info.srcUrl) return [{ kind: 'image', url: info.srcUrl, alt: '' }];
  if (info.editable && tab.id !== undefined) {
    const focused = await focusedElement(tab.id, AbortSignal.timeout(FOCUS_TIMEOUT_MS));
    if (focused?.ok) return [{ kind: 'element', fingerprint: focused.value }];
  }
  return [{ kind: 'page', url: tab.url ?? info.pageUrl ?? '', title: tab.title ?? '' }];
}
