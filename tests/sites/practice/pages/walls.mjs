// Pages that let nobody through at once: one wants a login, the other proof of a person.
import { html } from '../html.mjs';
import { page, redirect } from '../layout.mjs';

const MEMBER_NUMBER = 'M-2041';
const VAULT_WORD = 'Quartz';

/** For those who are logged in; all others are sent to the login and come back from there. */
export function showAccount(context) {
  const { user } = context.session;
  if (!user) return redirect('/login?next=/account');
  const body = html`<h1>Your account</h1>
    <p>Name: ${user}</p>
    <p>Member number: ${MEMBER_NUMBER}</p>`;
  return page(context, { title: 'Your account', body });
}

/** Behind a test in a frame of another origin, which is passed with one click. */
export function showVault(context) {
  if (context.session.isPerson) {
    const body = html`<h1>Vault</h1>
      <p>The word is ${VAULT_WORD}.</p>`;
    return page(context, { title: 'Vault', body });
  }
  const document = html`<!doctype html>
    <html lang="en">
      <head>
        <title>Just a moment...</title>
      </head>
      <body>
        <h1>${context.url.host}</h1>
        <p>Verify you are human by completing the action below.</p>
        <iframe
          title="Widget containing a security challenge"
          width="320"
          height="90"
          src="${context.frameUrl}/challenge?back=${encodeURIComponent(context.url.origin)}"
        ></iframe>
      </body>
    </html>`;
  return { status: 403, body: String(document) };
}

export function passVault(context) {
  context.session.isPerson = true;
  return redirect('/vault');
}

/** The test itself, on the second origin. */
export function showChallenge({ query }) {
  const back = URL.parse(query.get('back') ?? '')?.origin ?? '';
  const document = html`<!doctype html>
    <html lang="en">
      <title>Challenge</title>
      <form action="${back}/vault/pass" target="_top"><button>I am a person</button></form>
    </html>`;
  return { status: 200, body: String(document) };
}
