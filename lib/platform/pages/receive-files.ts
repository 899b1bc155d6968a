/** Content-script side of `sendFiles`: what has come for an action that has not begun. */
export interface IncomingFiles {
  add(piece: { nonce: string; name: string; type: string; piece: string }): void;
  /** The files of an action, whole; forgotten afterwards. */
  take(nonce: string): File[];
}

export function receiveFiles(): IncomingFiles {
  const incoming = new Map<string, Map<string, { type: string; pieces: Uint8Array<ArrayBuffer>[] }>>();
  return {
    add({ nonce, name, type, piece }) {
      const files =
        incoming.get(nonce) ?? new Map<string, { type: string; pieces: Uint8Array<ArrayBuffer>[] }>();
      const file = files.get(name) ?? { type, pieces: [] };
      file.pieces.push(fromBase64(piece));
      files.set(name, file);
      incoming.set(nonce, files);
    },
    take(nonce) {
      const files = incoming.get(nonce);
      incoming.delete(nonce);
      return Array.from(files ?? [], ([name, { type, pieces }]) => new File(pieces, name, { type }));
    },
  };
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
