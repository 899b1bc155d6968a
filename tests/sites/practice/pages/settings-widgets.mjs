// Widgets as real sites build them out of divs, after the patterns of the ARIA Authoring Practices.
import { html, raw } from '../html.mjs';

function combobox(words, settings) {
  return html`<div class="field">
    <label for="home-city">${words.homeCity}</label>
    <div class="popup-anchor" data-widget="combobox">
      <input
        id="home-city"
        name="homeCity"
        role="combobox"
        autocomplete="off"
        aria-autocomplete="list"
        aria-expanded="false"
        aria-controls="home-city-list"
        value="${settings.homeCity}"
      />
      <ul id="home-city-list" class="popup" role="listbox" aria-label="${words.homeCity}" hidden>
        ${words.cities.map((city, index) => html`<li id="city-${index}" role="option" aria-selected="false">${city}</li>`)}
      </ul>
    </div>
  </div>`;
}

function listbox(words, settings) {
  return html`<div class="field">
    <span id="currency-label">${words.currency}</span>
    <div class="popup-anchor" data-widget="listbox">
      <input type="hidden" name="currency" value="${settings.currency}" />
      <button
        type="button"
        id="currency-button"
        aria-haspopup="listbox"
        aria-expanded="false"
        aria-labelledby="currency-label currency-button"
        aria-controls="currency-list"
      >
        ${words.currencies[settings.currency] ?? settings.currency}
      </button>
      <ul
        id="currency-list"
        class="popup"
        role="listbox"
        tabindex="-1"
        aria-labelledby="currency-label"
        hidden
      >
        ${Object.entries(words.currencies).map(
          ([value, label]) =>
            html`<li
              id="currency-${value}"
              role="option"
              data-value="${value}"
              aria-selected="${settings.currency === value ? 'true' : 'false'}"
            >
              ${label}
            </li>`,
        )}
      </ul>
    </div>
  </div>`;
}

function toggle(words, settings) {
  return html`<div class="field row">
    <span id="two-step-label">${words.twoStep}</span>
    <input type="hidden" name="twoStep" value="${settings.twoStep}" />
    <div
      role="switch"
      class="switch"
      tabindex="0"
      aria-labelledby="two-step-label"
      aria-checked="${settings.twoStep === 'on' ? 'true' : 'false'}"
      data-widget="switch"
    ></div>
  </div>`;
}

function tabs(words, settings) {
  const panels = {
    receipts: html`<fieldset>
      <legend>${words.receipts}</legend>
      ${Object.entries(words.receiptList).map(
        ([value, label]) =>
          html`<label class="choice">
            <input
              type="radio"
              name="receipts"
              value="${value}"
              ${settings.receipts === value ? raw('checked') : ''}
            />
            ${label}
          </label>`,
      )}
    </fieldset>`,
    offers: html`<p>${words.offersText}</p>`,
    news: html`<p>${words.newsText}</p>`,
  };
  return html`<section data-widget="tabs" aria-labelledby="notifications">
    <h3 id="notifications">${words.notifications}</h3>
    <div role="tablist" aria-labelledby="notifications">
      ${Object.entries(words.tabs).map(
        ([id, label], index) =>
          html`<div
            role="tab"
            id="tab-${id}"
            aria-controls="panel-${id}"
            tabindex="${index === 0 ? 0 : -1}"
            aria-selected="${index === 0 ? 'true' : 'false'}"
          >
            ${label}
          </div>`,
      )}
    </div>
    ${Object.entries(panels).map(
      ([id, content], index) =>
        html`<div
          role="tabpanel"
          id="panel-${id}"
          aria-labelledby="tab-${id}"
          ${index === 0 ? '' : raw('hidden')}
        >
          ${content}
        </div>`,
    )}
  </section>`;
}

function accordion(words) {
  return html`<section data-widget="accordion" aria-labelledby="privacy">
    <h3 id="privacy">${words.privacy}</h3>
    ${Object.entries(words.accordion).map(
      ([id, [question, answer]]) =>
        html`<h4>
            <button type="button" aria-expanded="false" aria-controls="answer-${id}">${question}</button>
          </h4>
          <div id="answer-${id}" hidden><p>${answer}</p></div>`,
    )}
  </section>`;
}

function signature(words, settings) {
  return html`<div class="field">
    <span id="signature-label">${words.signature}</span>
    <span class="tooltip-anchor">
      <button
        type="button"
        class="help"
        aria-label="${words.help}"
        aria-describedby="signature-tip"
        data-widget="tooltip"
      >
        ?
      </button>
      <span id="signature-tip" class="tooltip" role="tooltip" hidden>${words.tooltip}</span>
    </span>
    <input type="hidden" name="signature" value="${settings.signature}" />
    <div
      class="editor"
      role="textbox"
      aria-multiline="true"
      aria-labelledby="signature-label"
      contenteditable="true"
      data-widget="editor"
    ></div>
  </div>`;
}

function shadowWidgets(words, settings) {
  const stars = JSON.stringify([1, 2, 3, 4, 5].map((count) => words.stars(count)));
  return html`<star-rating
      name="rating"
      label="${words.rating}"
      value="${settings.rating}"
      stars="${stars}"
    ></star-rating>
    <colour-dots
      name="avatarColour"
      label="${words.avatarColour}"
      value="${settings.avatarColour}"
      colours="${JSON.stringify(words.colours)}"
    ></colour-dots>`;
}

function controlledInput(words, settings) {
  const labels = JSON.stringify({ label: words.nickname, shows: words.nicknameShows, empty: words.empty });
  return html`<div id="controlled" data-labels="${labels}" data-value="${settings.nickname}"></div>`;
}

export function customFieldset(words, settings) {
  return html`<fieldset>
    <legend>${words.custom}</legend>
    ${combobox(words, settings)} ${listbox(words, settings)} ${toggle(words, settings)}
    ${controlledInput(words, settings)} ${signature(words, settings)} ${shadowWidgets(words, settings)}
    ${tabs(words, settings)} ${accordion(words)}
  </fieldset>`;
}
