import type { WalledPage } from '../../../lib/agent/walls/find-wall';
import type { Wall } from '../../../lib/trajectories/wall';

/** A page and what it is: a kind of wall, or none. */
export interface PageCase extends WalledPage {
  what: string;
  is: Wall['kind'] | undefined;
}

const page = (what: string, is: PageCase['is'], url: string, title: string, body: string): PageCase => ({
  what,
  is,
  url,
  title,
  text: `page ${JSON.stringify(title)}  ${url}  scrolled 0 of 700\n${body}`,
});

const ARTICLE = Array.from(
  { length: 30 },
  (_, at) =>
    `  text "Paragraph ${at} of a long article that has nothing to do with anybody who signs in anywhere at all."`,
).join('\n');

export const WALLS: PageCase[] = [
  page(
    'a sign-in page',
    'login',
    'https://shop.example/login?next=/orders',
    'Log in - Shop',
    `banner
  e1 link "Shop"
  navigation
    e2 link "Kettles"
    e3 link "Log in"
main
  heading 1 "Log in"
  form "Log in"
    e4 textbox "User name" required
    e5 textbox "Password" required password
    e6 checkbox "Stay logged in"
    e7 button "Log in"
  e8 link "Forgot your password?"
contentinfo
  e9 link "Imprint"`,
  ),
  page(
    'an expired session',
    'login',
    'https://bank.example/app/accounts',
    'Example Bank',
    `main
  heading 1 "Your session has expired"
  text "Please sign in again."
  e4 textbox "Customer number"
  e5 textbox "PIN" password
  e7 button "Sign in"`,
  ),
  page(
    'a form without a word but its button',
    'login',
    'https://nas.example/',
    'NAS',
    `e1 textbox "User"
e2 textbox "Password" password
e3 button "Log in"`,
  ),
  page(
    'a single-page application',
    'login',
    'https://app.example/#/login',
    'App',
    `main
  e1 textbox placeholder="Email"
  e2 textbox "Password" password placeholder="Password"
  e3 button "Continue"`,
  ),
  page(
    'the first of two steps',
    'login',
    'https://accounts.example/v3/signin/identifier',
    'Sign in - Accounts',
    `main
  heading 1 "Sign in"
  text "to continue to Mail"
  e1 textbox "Email or phone"
  e2 link "Forgot email?"
  e3 button "Create account"
  e4 button "Next"`,
  ),
  page(
    'a choice of other sites',
    'login',
    'https://tool.example/login',
    'Log in | Tool',
    `main
  heading 1 "Log in to Tool"
  e1 button "Continue with Google"
  e2 button "Continue with GitHub"
  e3 button "Continue with SSO"`,
  ),
  page(
    'a dialog that holds the page',
    'login',
    'https://news.example/mine',
    'My news',
    `dialog "Sign in"
  heading 2 "Sign in to go on"
  e1 textbox "Email"
  e2 textbox "Password" password filled
  e3 button "Sign in"
# behind the dialog "Sign in": 20 things that cannot be reached`,
  ),
  page(
    'Chinese',
    'login',
    'https://user.example.cn/passport',
    '用户登录',
    `main
  heading 1 "账号登录"
  e1 textbox "手机号/邮箱"
  e2 textbox "密码" password
  e3 button "登录"
  e4 link "立即注册"`,
  ),
  page(
    'German',
    'login',
    'https://amt.example.de/portal/anmeldung',
    'Anmelden – Portal',
    `main
  heading 1 "Anmelden"
  e1 textbox "Benutzername"
  e2 textbox "Kennwort" password
  e3 button "Anmelden"`,
  ),
  page(
    'French',
    'login',
    'https://impots.example.fr/',
    'Espace personnel',
    `main
  heading 1 "Connectez-vous à votre espace"
  e1 textbox "Identifiant"
  e2 textbox "Mot de passe" password
  e3 button "Se connecter"`,
  ),
  page(
    'Spanish',
    'login',
    'https://correo.example.es/',
    'Iniciar sesión',
    `main
  e1 textbox "Usuario"
  e2 textbox "Contraseña" password
  e3 button "Iniciar sesión"`,
  ),
  page(
    'Japanese',
    'login',
    'https://mypage.example.jp/',
    'ログイン',
    `main
  heading 1 "ログイン"
  e1 textbox "メールアドレス"
  e2 textbox "パスワード" password
  e3 button "ログインする"`,
  ),
  page(
    'the code of a second step',
    'code',
    'https://shop.example/login/two-factor',
    'Two-step verification',
    `main
  heading 1 "Enter your verification code"
  text "We sent it to your phone."
  e1 textbox "Verification code"
  e2 button "Continue"
  e3 link "Send it again"`,
  ),
  page(
    'the same in Chinese',
    'code',
    'https://user.example.cn/verify',
    '安全中心',
    `main
  text "验证码已发送至 138****0000"
  e1 textbox "短信验证码"
  e2 button "下一步"`,
  ),
  page(
    'the wait of a content network',
    'captcha',
    'https://shop.example/search',
    'Just a moment...',
    `main
  heading 1 "shop.example"
  text "Verify you are human by completing the action below."
  frame "Widget containing a Cloudflare security challenge" https://challenges.cloudflare.com
    # cannot be read: it has not loaded, or there is no access to its site
  text "shop.example needs to review the security of your connection before proceeding."`,
  ),
  page(
    'the same with the frame alone',
    'captcha',
    'https://shop.example/',
    'shop.example',
    `frame https://geo.captcha-delivery.com
  # cannot be read: it has not loaded, or there is no access to its site`,
  ),
  page(
    'a box to tick in a frame',
    'captcha',
    'https://tickets.example/queue',
    'Tickets',
    `main
  heading 1 "One more step"
  text "Please complete the security check to go on."
  frame "reCAPTCHA" https://www.google.com
    f2e1 checkbox "I'm not a robot"
    f2e2 link "Privacy"`,
  ),
  page(
    'letters in a picture',
    'captcha',
    'https://books.example/errors/validateCaptcha',
    'Books',
    `heading 4 "Enter the characters you see below"
text "Sorry, we just need to make sure you're not a robot."
img
e1 textbox "Type characters"
e2 button "Continue shopping"
e3 link "Try different image"`,
  ),
  page(
    'unusual traffic',
    'captcha',
    'https://www.search.example/sorry/index',
    'https://www.search.example/',
    `text "Our systems have detected unusual traffic from your computer network. This page checks to see if it's really you sending the requests."
frame "reCAPTCHA" https://www.google.com
  # cannot be read: it has not loaded, or there is no access to its site`,
  ),
  page(
    'press and hold',
    'captcha',
    'https://homes.example/',
    'Access to this page has been denied',
    `text "Press & Hold to confirm you are a human (and not a bot)."
e1 clickable "Press & Hold"`,
  ),
  page(
    'Chinese slider',
    'captcha',
    'https://sec.example.cn/query',
    '验证',
    `text "请拖动滑块完成验证"
e1 clickable "向右滑动"`,
  ),
  page(
    'German box',
    'captcha',
    'https://flug.example.de/',
    'Sicherheitsabfrage',
    `heading 1 "Bitte bestätigen Sie, dass Sie kein Roboter sind"
e1 checkbox "Ich bin kein Roboter"`,
  ),
  page(
    'French wait',
    'captcha',
    'https://vol.example.fr/',
    'Un instant…',
    `text "Vérifiez que vous êtes humain"
frame "Widget" https://challenges.cloudflare.com
  # cannot be read: it has not loaded, or there is no access to its site`,
  ),
  page(
    'Spanish box',
    'captcha',
    'https://vuelo.example.es/',
    'Comprobación',
    `text "Confirma que no eres un robot"
e1 checkbox "No soy un robot"`,
  ),
  page(
    'Japanese box',
    'captcha',
    'https://yoyaku.example.jp/',
    '確認',
    `text "あなたが人間であることを確認します"
e1 checkbox "私はロボットではありません"`,
  ),
];

export const PASSAGES: PageCase[] = [
  page(
    'a shop with a link to sign in',
    undefined,
    'https://shop.example/',
    'Shop',
    `banner
  e1 link "Shop"
  e2 link "Log in"
main
  heading 1 "Kettles"
  item "Steel kettle | 24.90"
    e3 button "Add to cart"`,
  ),
  page(
    'a form to sign in among the menus',
    undefined,
    'https://forum.example/',
    'Forum',
    `banner
  form "Log in"
    e1 textbox "User"
    e2 textbox "Password" password
    e3 button "Log in"
main
  heading 1 "Newest threads"
  e4 link "How to descale"`,
  ),
  page(
    'a form to sign in beside an article',
    undefined,
    'https://blog.example/kettles',
    'Kettles',
    `main
  heading 1 "All about kettles"
${ARTICLE}
  e1 textbox "User"
  e2 textbox "Password" password
  e3 button "Log in"`,
  ),
  page(
    'a form to sign in on a large page',
    undefined,
    'https://portal.example/',
    'Portal',
    `main
  heading 1 "Services"
  e1 textbox "User"
  e2 textbox "Password" password
  e3 button "Log in"
  + below: 12 headings ("News", "Weather" …), 140 links; expand e9`,
  ),
  page(
    'making an account',
    undefined,
    'https://shop.example/register',
    'Create your account',
    `main
  heading 1 "Create your account"
  e1 textbox "Email"
  e2 textbox "Password" password
  e3 button "Create account"
  e4 link "Log in"`,
  ),
  page(
    'changing a password',
    undefined,
    'https://app.example/settings/password',
    'Settings',
    `main
  heading 1 "Change your password"
  e1 textbox "Old password" password
  e2 textbox "New password" password
  e3 button "Save"`,
  ),
  page(
    'settings with one password',
    undefined,
    'https://app.example/settings/mail',
    'Mail account',
    `main
  heading 1 "Mail server"
  e1 textbox "Server"
  e2 textbox "Password" password
  e3 button "Save"`,
  ),
  page(
    'after signing in',
    undefined,
    'https://shop.example/login',
    'Account',
    `main
  heading 1 "Hello, Robin"
  status "You are logged in."
  e1 button "Log out"`,
  ),
  page(
    'help on signing in',
    undefined,
    'https://help.example/login',
    'How to log in',
    `main
  heading 1 "How to log in"
  text "Click the link at the top and type your name."
  e1 link "Was this helpful?"`,
  ),
  page(
    'a newsletter',
    undefined,
    'https://shop.example/',
    'Shop',
    `main
  heading 1 "News"
  e1 textbox "Email"
  e2 button "Subscribe"`,
  ),
  page(
    'a search for signing in',
    undefined,
    'https://search.example/?q=login',
    'login - Search',
    `main
  e1 searchbox "Search" = "login"
  heading 3 "Log in - Mail"
  e2 link "Log in - Mail"
  e3 link "Log in - Bank"`,
  ),
  page(
    'a contact form with a test in it',
    undefined,
    'https://shop.example/contact',
    'Contact',
    `main
  heading 1 "Write to us"
  e1 textbox "Name"
  e2 textbox "Message" multiline
  frame "reCAPTCHA" https://www.google.com
    f2e1 checkbox "I'm not a robot"
  e3 button "Send"`,
  ),
  page(
    'a badge in the corner',
    undefined,
    'https://shop.example/kettles',
    'Kettles',
    `main
  heading 1 "Kettles"
  item "Steel kettle | 24.90"
    e1 button "Add to cart"
  item "Glass kettle | 29.90"
    e2 button "Add to cart"
  e3 link "1"
  e4 link "2"
  e5 link "3"
  e6 link "Next"
  e7 link "Compare"
frame "reCAPTCHA" https://www.google.com
  # cannot be read: it has not loaded, or there is no access to its site`,
  ),
  page(
    'an article about such tests',
    undefined,
    'https://blog.example/captcha',
    'Why "I am not a robot"?',
    `main
  heading 1 "Why sites ask you to verify you are human"
${ARTICLE}`,
  ),
  page(
    'a wait of the page itself',
    undefined,
    'https://app.example/export',
    'Export',
    `main
  status "Just a moment, your file is being made."
  e1 button "Cancel"`,
  ),
  page(
    'a check of security settings',
    undefined,
    'https://app.example/security',
    'Security check',
    `main
  heading 1 "Security check"
  text "Your password is three years old."
  e1 button "Change it"
  e2 button "Later"`,
  ),
  page(
    'a voucher code',
    undefined,
    'https://shop.example/cart',
    'Cart',
    `main
  heading 1 "Cart"
  e1 textbox "Voucher code"
  e2 button "Apply"`,
  ),
  page(
    'the security code of a card',
    undefined,
    'https://shop.example/checkout/payment',
    'Payment',
    `main
  heading 1 "Payment"
  e1 textbox "Card number"
  e2 textbox "Security code"
  e3 button "Pay"`,
  ),
  page('an empty page', undefined, 'https://shop.example/', '', ''),
  page(
    'a page of the browser',
    undefined,
    'chrome://settings/passwords',
    'Log in',
    `heading 1 "Log in"
e1 textbox "Password" password
e2 button "Log in"`,
  ),
];
