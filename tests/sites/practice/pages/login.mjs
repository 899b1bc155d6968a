// A login with one account, so that there is something for a password rule to watch.
import { html } from '../html.mjs';
import { notice, page, redirect } from '../layout.mjs';

const USER = 'robin';
const PASSWORD = 'practice-2026';

function loginPage(context, error) {
  const body = html`<h1>Log in</h1>
    ${error ? notice(error, 'bad') : ''}
    <form class="stack narrow" action="/login" method="post" aria-label="Log in">
      <input
        type="hidden"
        name="next"
        value="${nextOf(context.query.get('next') ?? context.form.get('next'))}"
      />
      <label>User name <input name="user" autocomplete="username" required /></label>
      <label
        >Password <input type="password" name="password" autocomplete="current-password" required
      /></label>
      <label class="choice"><input type="checkbox" name="stay" /> Stay logged in</label>
      <p class="actions start"><button type="submit" class="primary">Log in</button></p>
    </form>
    <p class="hint">For practice: user name “${USER}”, password “${PASSWORD}”.</p>`;
  return page(context, { title: 'Log in', body }, error ? 401 : 200);
}

/** Where those who are logged in are sent: a page of this site. */
function nextOf(path) {
  return /^\/[a-z]+$/.test(path ?? '') ? path : '/login';
}

function accountPage(context) {
  const body = html`<h1>Hello, ${context.session.user}</h1>
    <p role="status">You are logged in.</p>
    <form action="/logout" method="post"><button type="submit">Log out</button></form>`;
  return page(context, { title: 'Account', body });
}

export function showLogin(context) {
  return context.session.user ? accountPage(context) : loginPage(context);
}

export function logIn(context) {
  const { form, session, state } = context;
  if (form.get('user') !== USER || form.get('password') !== PASSWORD) {
    return loginPage(context, 'User name or password is wrong.');
  }
  session.user = USER;
  state.logins.push(USER);
  return redirect(nextOf(form.get('next')));
}

export function logOut({ session }) {
  session.user = undefined;
  return redirect('/login');
}
