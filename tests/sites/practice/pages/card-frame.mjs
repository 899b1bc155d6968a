// The card form that lives on the second origin.
import { html } from '../html.mjs';

export function showCardFrame({ t, lang, query }) {
  const document = html`<!doctype html>
    <html lang="${lang === 'zh' ? 'zh-CN' : 'en'}">
      <head>
        <meta charset="utf-8" />
        <meta name="color-scheme" content="light dark" />
        <title>${t.paymentFrame}</title>
        <link rel="stylesheet" href="/public/style.css" />
        <script type="module" src="/public/card-frame.js"></script>
      </head>
      <body class="frame">
        <form
          id="card"
          class="stack"
          aria-label="${t.paymentFrame}"
          data-parent="${query.get('parent') ?? ''}"
          data-bad-number="${t.cardBadNumber}"
          data-bad-expiry="${t.cardBadExpiry}"
          data-bad-code="${t.cardBadCode}"
          novalidate
        >
          <label
            >${t.cardNumber} <input name="number" inputmode="numeric" autocomplete="cc-number" required
          /></label>
          <label>${t.cardName} <input name="name" autocomplete="cc-name" /></label>
          <label
            >${t.cardExpiry} <input name="expiry" autocomplete="cc-exp" placeholder="12/29" required
          /></label>
          <label
            >${t.cardCode}
            <input name="code" inputmode="numeric" autocomplete="cc-csc" maxlength="4" required
          /></label>
          <p class="hint">${t.cardHint}</p>
          <p class="notice bad" role="alert" hidden></p>
        </form>
      </body>
    </html>`;
  return { status: 200, body: String(document) };
}
