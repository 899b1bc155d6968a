/** Names of fields whose text others get to read when Enter is pressed. */
export const MESSAGE_WORDS = [
  'message',
  'comment',
  'reply',
  'chat',
  'post',
  'tweet',
  'nachricht',
  'kommentar',
  'antwort',
  'commentaire',
  'réponse',
  'mensaje',
  'comentario',
  'respuesta',
] as const;

export const MESSAGE_SIGNS = [
  '消息',
  '评论',
  '回复',
  '留言',
  '聊天',
  '訊息',
  '評論',
  '回覆',
  'メッセージ',
  'コメント',
  '返信',
] as const;
