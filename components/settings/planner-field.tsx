import { i18n } from '#i18n';
import { BuiltinModelWords } from './builtin-model-words';
import type { BuiltinModelStatus, SettingsValues } from './settings-props';

export interface PlannerFieldProps {
  planner: SettingsValues['planner'];
  builtinModel: BuiltinModelStatus;
  /** Called synchronously in the click: browsers start a download for nothing less. */
  onDownloadModel(): void;
  onChange(changed: Pick<SettingsValues, 'planner'>): void;
}

/** Who plans. What this browser cannot offer is there to be seen, with the reason. */
export function PlannerField(props: PlannerFieldProps) {
  const { planner, builtinModel } = props;
  const isAbsent = builtinModel.state === 'missing' || builtinModel.state === 'unable';
  return (
    <div class="labelled">
      <label for="planner">{i18n.t('settings.planner')}</label>
      <select
        id="planner"
        class="field"
        value={planner}
        aria-describedby="planner-hint"
        onChange={(event) => props.onChange({ planner: readPlanner(event.currentTarget.value) })}
      >
        <option value="chat-model">{i18n.t('planner.chat_model')}</option>
        <option value="builtin-model" disabled={isAbsent && planner !== 'builtin-model'}>
          {i18n.t('planner.builtin_model')}
        </option>
        <option value="rules">{i18n.t('planner.rules')}</option>
      </select>
      <p id="planner-hint" class="hint">
        {hintOf(planner)}
      </p>
      {(isAbsent || planner === 'builtin-model') && (
        <BuiltinModelWords status={builtinModel} onDownload={props.onDownloadModel} />
      )}
    </div>
  );
}

function readPlanner(value: string): SettingsValues['planner'] {
  return value === 'rules' || value === 'builtin-model' ? value : 'chat-model';
}

function hintOf(planner: SettingsValues['planner']): string {
  switch (planner) {
    case 'rules':
      return i18n.t('settings.rules_hint');
    case 'builtin-model':
      return i18n.t('settings.builtin_model_hint');
    case 'chat-model':
      return i18n.t('settings.chat_model_hint');
  }
}
