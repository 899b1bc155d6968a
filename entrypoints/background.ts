import { defineBackground } from 'wxt/utils/define-background';
import { translate } from '../components/translate';
import { createActsListener } from '../lib/platform/acts-listener';
import { createAttachCommands } from '../lib/platform/attach-commands';
import { browser } from '../lib/platform/browser';
import { onConnectionTest } from '../lib/platform/connection-test';
import { createTokenStream } from '../lib/platform/token-stream';
import { followRecipes, onMenuClicked, openPanel } from '../lib/platform/context-menus';
import { database } from '../lib/platform/database';
import { noticeLoss } from '../lib/platform/database-loss';
import { createDriving } from '../lib/platform/driving';
import { createReplacedTabListener, followReplacedTabs } from '../lib/platform/follow-replaced-tab';
import { createHandOverListener } from '../lib/platform/hand-over-listener';
import { createKeepAlive } from '../lib/platform/keep-alive';
import { createRunLog } from '../lib/platform/log';
import { createCommandListener, failureOf } from '../lib/platform/receive-commands';
import { createRecipeCommands } from '../lib/platform/recipe-commands';
import { createOpenedTabs } from '../lib/platform/opened-tabs';
import { answerPulse } from '../lib/platform/pulse';
import { createRunCommands } from '../lib/platform/run-commands';
import { restAfterRestart } from '../lib/platform/rest-after-restart';
import { createRunSupervisor } from '../lib/platform/run-supervisor';
import { noteTrouble } from '../lib/platform/run-trouble';
import { createStartCommands } from '../lib/platform/start-commands';
import { findTab } from '../lib/platform/tabs-port';
import { createSettingsCommands } from '../lib/platform/settings-commands';
import { guardStorage, readSettings } from '../lib/platform/settings';
import { createWallWatch } from '../lib/platform/wall-watch';

/**
 * Composition root of the service worker (event page in Firefox). Every listener is registered before the first
 * await: the browser starts the worker to deliver an event and only looks for listeners in that turn.
 */
export default defineBackground({ type: 'module', main });

function main(): void {
  const now = () => Date.now();
  noticeLoss(database, now);
  const log = createRunLog(database, now);
  const tokens = createTokenStream();
  const openedTabs = createOpenedTabs(now, findTab);
  const driving = createDriving({
    database,
    log,
    openedTabs,
    now,
    translate,
    sendTokens: tokens.send,
    sendStatus: tokens.sendStatus,
  });
  const supervisor = createRunSupervisor({
    log,
    unfinished: () => database.runs.where('status').equals('working').primaryKeys(),
    drive: driving.drive,
    busy: createKeepAlive().busy,
    onInterrupted: (runId, error) => {
      console.error('Errand: a run was interrupted', error);
      void noteTrouble(runId, failureOf(error));
    },
    onDriven: (runId) => {
      void noteTrouble(runId, undefined);
      void walls.look();
    },
  });
  const walls = createWallWatch({ database, log, supervisor, observe: driving.observe });
  const wake = () =>
    void restAfterRestart(database, log)
      .then(supervisor.wake)
      .then(walls.look)
      .catch((error: unknown) => console.error('Errand: the runs could not be read', error));

  browser.runtime.onMessage.addListener(
    createCommandListener({
      ...createStartCommands({ database, log, supervisor, readSettings }),
      ...createRunCommands({ database, log, supervisor, readSettings }),
      ...createRecipeCommands({ database, log, now }),
      ...createAttachCommands(readSettings),
      ...createSettingsCommands(),
    }),
  );
  browser.runtime.onMessage.addListener(createHandOverListener(supervisor));
  browser.runtime.onMessage.addListener(createActsListener(database, supervisor));
  browser.runtime.onConnect.addListener(tokens.onConnect);
  browser.runtime.onConnect.addListener(onConnectionTest);
  browser.runtime.onConnect.addListener(answerPulse);
  browser.runtime.onStartup.addListener(wake);
  browser.tabs.onCreated.addListener(openedTabs.onCreated);
  followReplacedTabs(createReplacedTabListener(database, supervisor));
  browser.alarms.onAlarm.addListener(wake);
  browser.contextMenus.onClicked.addListener(onMenuClicked);
  browser.action.onClicked.addListener(openPanel);

  followRecipes();
  void guardStorage();
  wake();
}
