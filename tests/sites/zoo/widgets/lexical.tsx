import { LexicalComposer } from '@lexical/react/LexicalComposer';
import { ContentEditable } from '@lexical/react/LexicalContentEditable';
import { LexicalErrorBoundary } from '@lexical/react/LexicalErrorBoundary';
import { HistoryPlugin } from '@lexical/react/LexicalHistoryPlugin';
import { OnChangePlugin } from '@lexical/react/LexicalOnChangePlugin';
import { RichTextPlugin } from '@lexical/react/LexicalRichTextPlugin';
import { $createParagraphNode, $createTextNode, $getRoot } from 'lexical';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { Zoo } from '../zoo.ts';

export const title = 'Post an update';

function writeFirstDraft(): void {
  $getRoot().append($createParagraphNode().append($createTextNode('Old update')));
}

function UpdateBox({ zoo }: { zoo: Zoo }) {
  const [paragraphs, setParagraphs] = useState<string[]>([]);
  zoo.state(() => ({ paragraphs }));
  const config = {
    namespace: 'update',
    editorState: writeFirstDraft,
    onError: (error: Error) => {
      throw error;
    },
  };
  return (
    <LexicalComposer initialConfig={config}>
      <RichTextPlugin
        contentEditable={
          <ContentEditable
            aria-label="Update"
            aria-placeholder="What is new?"
            placeholder={<p>What is new?</p>}
          />
        }
        ErrorBoundary={LexicalErrorBoundary}
      />
      <HistoryPlugin />
      <OnChangePlugin
        onChange={(state) =>
          state.read(() =>
            setParagraphs(
              $getRoot()
                .getChildren()
                .map((paragraph) => paragraph.getTextContent()),
            ),
          )
        }
      />
    </LexicalComposer>
  );
}

export function mount(root: HTMLElement, zoo: Zoo): void {
  createRoot(root).render(<UpdateBox zoo={zoo} />);
}
