/** Words by which walls are known, in English, Chinese, German, French, Spanish and Japanese; for normalised text. */

/** Signing in, as headings, titles and buttons say it. */
export const SIGN_IN =
  /\b(sign|log)[ -]?(in|on)\b|\blog ?in\b|\bauthenticat(e|ion) required\b|\b(session|sitzung) (has )?(expired|abgelaufen)\b|登录|登入|登錄|登陆|anmeld(en|ung)\b|einloggen|\bse connecter\b|\bconnectez-vous\b|\bconnexion\b|\bs'identifier\b|\bidentifiez-vous\b|\biniciar? (de )?sesi[oó]n\b|\binicia sesi[oó]n\b|\bacceder\b|ログイン|サインイン/;

/** Making an account is something else. */
export const SIGN_UP =
  /\bsign[ -]?up\b|\bregister\b|\bcreate (an |your )?account\b|注册|註冊|registrieren|konto erstellen|\bs'inscrire\b|\bcréer (un|votre) compte\b|\bregistrarse\b|\bcrear (una )?cuenta\b|新規登録|会員登録|アカウント(を)?作成/;

/** What people are known by. */
export const IDENTITY =
  /\b(e-?mail|user ?name|user id|account|phone|mobile|login)\b|邮箱|郵箱|用户名|用戶名|账号|帳號|账户|手机号|手機|benutzername|nutzername|handynummer|telefonnummer|\bidentifiant\b|\badresse mail\b|\btéléphone\b|\bcourriel\b|\busuario\b|\bcorreo\b|\bteléfono\b|メール|ユーザー(名|id)|電話番号|携帯/;

/** Path or host of a page where people sign in. */
export const SIGN_IN_ADDRESS =
  /(^|[/.#?&_-])(login|log-in|logon|signin|sign-in|sign_in|sso|oauth2?|authorize|authenticate|account\/login|users\/sign_in|anmeldung|connexion|idp)(?=$|[/.#?&=_-])/i;

/** Second steps. */
export const CODE_ADDRESS =
  /(^|[/.#?&_-])(2fa|mfa|otp|totp|two-?factor|two-?step|verify|verification|challenge)(?=$|[/.#?&=_-])/i;

/** Proving to be a person, as a page says it that wants that and nothing else. */
export const PROVE_HUMAN =
  /\b(verify|verifying|confirm|prove|make sure|checking?)( that)?( if)? you('re| are)( an?)? (human|person|not an? (ro)?bot)|\b(i'm|i am|you're|you are) not a (ro)?bot\b|\bare you (a )?(human|robot)\b|\bunusual traffic\b|\b(complete|perform(ing)?|pass) (a |the )?security (check|verification)\b|\bcomplete the (captcha|challenge)\b|\b(solve|enter|type) (the|this) captcha\b|\benter the characters you see\b|\bpress (&|and) hold\b|\bchecking your browser\b|人机验证|人機驗證|(完成|进行|進行|通过|通過)(安全)?(验证|驗證)|我不是机器人|我不是機器人|(您|你)是真人|(拖动|拖動|滑动|滑動)(滑块|滑塊|验证|驗證)|ungewöhnlichen (daten|netzwerk)verkehr|\bdass (du|sie) (ein|kein) (mensch|roboter)\b|\bich bin (kein roboter|ein mensch)\b|\bsicherheits(über)?prüfung (abschließen|durchführen|läuft)|\bvous êtes (bien )?(un )?humain\b|\b(je ne suis|vous n'êtes) pas un robot\b|\btrafic (réseau )?inhabituel\b|\bvérification de sécurité\b|\beres (un )?humano\b|\b(es|sea) (un )?humano\b|\bno (soy|eres|es) un robot\b|\btráfico inusual\b|\bverificación de seguridad\b|ロボットではありません|ロボットではない|人間であること|通常と異なるトラフィック|セキュリティ(チェック|検証)を/;

/** Titles of such pages where the words alone may mean anything. */
export const TEST_TITLE =
  /^(just a moment|attention required|robot check|access to this page has been denied|einen moment|un instant|un momento|请稍候|請稍候|しばらくお待ちください)/;

/** Other sites to sign in with. */
export const CONTINUE_WITH =
  /\b(continue|weiter|fortfahren|continuer|continuar) (with|mit|avec|con)\b|(使用|通过|通過).{1,20}(登录|登入|继续|繼續)|で(続行|ログイン|続ける)/;

/** Frames of the makers of such tests: their names and their hosts. */
export const TEST_FRAME_NAME = /captcha|turnstile|cloudflare security challenge|arkose|geetest/;
export const TEST_FRAME_HOST =
  /(^|\.)(hcaptcha\.com|recaptcha\.net|challenges\.cloudflare\.com|captcha-delivery\.com|arkoselabs\.com|funcaptcha\.com|geetest\.com|perimeterx\.net|px-cloud\.net|awswaf\.com)$/;

/** The task itself is about signing in. */
export const TASK_SIGNS_IN =
  /\b(sign|log)(ging|ing)?[ -]?(in|on|up)\b|\blog ?in\b|\bpassw(or)?d\b|\bregister\b|登录|登入|登錄|注册|註冊|密码|密碼|anmeld|einlogg|passwort|kennwort|registrier|connecte|connexion|mot de passe|inscri|sesi[oó]n|contraseña|regístr|registrar|ログイン|サインイン|パスワード|登録/;
