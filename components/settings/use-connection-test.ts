import { useRef, useState } from 'preact/hooks';
import type { TestStage } from '../../lib/planners/chat-model/test-connection';
import type { ModelListState } from './model-list-words';
import type { ConnectionResult, SettingsProps, SettingsValues } from './settings-props';

export interface ConnectionTest {
  result: ConnectionResult | { testing: TestStage } | undefined;
  list: ModelListState;
  test(values: SettingsValues): void;
  stop(): void;
  listModels(values: SettingsValues): void;
  /** What was found out is about another endpoint or model than is in the form now. */
  forget(what: 'endpoint' | 'model'): void;
}

/** Trying out the endpoint in the form: one test at a time, and what came of the last one. */
export function useConnectionTest(props: Pick<SettingsProps, 'onTest' | 'onListModels'>): ConnectionTest {
  const [result, setResult] = useState<ConnectionTest['result']>();
  const [list, setList] = useState<ModelListState>({ kind: 'unasked' });
  const running = useRef<AbortController>(undefined);
  const stop = () => {
    running.current?.abort();
    running.current = undefined;
  };
  return {
    result,
    list,
    stop,
    test: (values) => {
      stop();
      const own = new AbortController();
      running.current = own;
      setResult({ testing: 'models' });
      const onStage = (testing: TestStage) => running.current === own && setResult({ testing });
      void props.onTest(values, onStage, own.signal).then((report) => {
        // Another test has begun, or the endpoint in the form is another one.
        if (running.current !== own && running.current !== undefined) return;
        running.current = undefined;
        setResult(report);
        if (report.models.length > 0) setList({ kind: 'listed', models: report.models });
      });
    },
    listModels: (values) => {
      setList({ kind: 'listing' });
      void props.onListModels(values).then((listed) => {
        setList(
          listed.ok ? { kind: 'listed', models: listed.models } : { kind: 'failed', failure: listed.failure },
        );
      });
    },
    forget: (what) => {
      stop();
      setResult(undefined);
      if (what === 'endpoint') setList({ kind: 'unasked' });
    },
  };
}
