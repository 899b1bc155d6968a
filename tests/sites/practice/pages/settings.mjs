// Every kind of form field in one form; the home-made ones are in settings-widgets.mjs.
import { html, raw } from '../html.mjs';
import { notice, page, redirect } from '../layout.mjs';
import { FIRST_SETTINGS } from '../state.mjs';
import { SETTINGS_WORDS } from '../texts/settings.mjs';
import { customFieldset } from './settings-widgets.mjs';

/** `preact` for the browser, straight from node_modules. */
const IMPORT_MAP = html`<script type="importmap">
  ${raw(JSON.stringify({ imports: { preact: '/vendor/preact.mjs', 'preact/hooks': '/vendor/preact-hooks.mjs' } }))}
</script>`;

export function optionsOf(list, chosen) {
  const values = Array.isArray(chosen) ? chosen : [chosen];
  return Object.entries(list).map(
    ([value, label]) =>
      html`<option value="${value}" ${values.includes(value) ? raw('selected') : ''}>${label}</option>`,
  );
}

function themeRadios(words, settings) {
  return html`<fieldset>
    <legend>${words.theme}</legend>
    ${Object.entries(words.themes).map(
      ([value, label]) =>
        html`<label class="choice">
          <input
            type="radio"
            name="theme"
            value="${value}"
            ${settings.theme === value ? raw('checked') : ''}
          />
          ${label}
        </label>`,
    )}
  </fieldset>`;
}

function nativeFieldset(words, settings) {
  return html`<fieldset>
    <legend>${words.profile}</legend>
    <label>${words.displayName} <input name="displayName" value="${settings.displayName}" required /></label>
    <label>${words.about} <textarea name="about" rows="3">${settings.about}</textarea></label>
    <label
      >${words.language}
      <select name="language">
        ${optionsOf(words.languages, settings.language)}
      </select></label
    >
    <label
      >${words.interests}
      <select name="interests" multiple size="5">
        ${optionsOf(words.interestList, settings.interests)}
      </select>
    </label>
    <label class="choice"
      ><input type="checkbox" name="newsletter" ${settings.newsletter ? raw('checked') : ''} />
      ${words.newsletter}</label
    >
    ${themeRadios(words, settings)}
    <label
      >${words.textSize}
      <input type="range" name="textSize" min="50" max="200" step="10" value="${settings.textSize}"
    /></label>
    <label>${words.birthday} <input type="date" name="birthday" value="${settings.birthday}" /></label>
    <label
      >${words.household}
      <input type="number" name="household" min="1" max="20" value="${settings.household}"
    /></label>
    <label>${words.accent} <input type="color" name="accent" value="${settings.accent}" /></label>
  </fieldset>`;
}

function storedList(settings, words) {
  return html`<section class="panel" aria-labelledby="stored">
    <h2 id="stored">${words.stored}</h2>
    <dl>
      ${Object.entries(settings).map(
        ([name, value]) =>
          html`<dt>${words[name]}</dt>
            <dd>${String(value) || words.empty}</dd>`,
      )}
    </dl>
  </section>`;
}

function closeDialog(words) {
  return html`<section class="danger">
    <button type="button" id="open-dialog" class="quiet">${words.close}</button>
    <dialog id="close-dialog" aria-labelledby="close-title">
      <h2 id="close-title">${words.closeTitle}</h2>
      <p>${words.closeText}</p>
      <form action="/settings/close" method="post">
        <p class="actions">
          <button type="button" id="keep-account">${words.keep}</button>
          <button type="submit" class="danger">${words.confirmClose}</button>
        </p>
      </form>
    </dialog>
  </section>`;
}

export function showSettings(context) {
  const words = SETTINGS_WORDS[context.lang];
  const { settings, accountClosed } = context.state;
  const body = html`<h1>${words.title}</h1>
    ${context.query.has('saved') ? notice(words.saved) : ''}
    ${accountClosed ? notice(words.closed, 'plain') : ''}
    <div class="with-side end">
      <form id="settings" class="stack" action="/settings" method="post" aria-label="${words.title}">
        ${nativeFieldset(words, settings)} ${customFieldset(words, settings)}
        <p class="actions">
          <button type="reset">${words.reset}</button
          ><button type="submit" class="primary">${words.save}</button>
        </p>
      </form>
      ${storedList(settings, words)}
    </div>
    ${closeDialog(words)}`;
  return page(context, {
    title: words.title,
    body,
    head: IMPORT_MAP,
    scripts: ['settings.js', 'shadow-widgets.js', 'controlled-input.js'],
  });
}

export function saveSettings({ state, form }) {
  for (const name of Object.keys(FIRST_SETTINGS)) {
    const values = form.getAll(name).map((value) => value.replaceAll('\r\n', '\n'));
    state.settings[name] = name === 'interests' ? values : (values.at(-1) ?? '');
  }
  state.settingsSaves += 1;
  return redirect('/settings?saved=1');
}

export function closeAccount({ state }) {
  state.accountClosed = true;
  return redirect('/settings');
}
