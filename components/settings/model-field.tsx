import { useState } from 'preact/hooks';
import type { ListedModel } from '../../lib/planners/chat-model/listed-model';
import { i18n } from '#i18n';
import { filterModels, MOST_OPTIONS, ModelOptions } from './model-options';
import { ModelListWords, type ModelListState } from './model-list-words';

export interface ModelFieldProps {
  model: string;
  list: ModelListState;
  canList: boolean;
  onInput(model: string): void;
  onList(): void;
}

const LIST_ID = 'model-list';

/** The name of the model: typed, or taken from what the endpoint offers. */
export function ModelField(props: ModelFieldProps) {
  return (
    <div class="labelled">
      <label for="model">{i18n.t('settings.model')}</label>
      <div class="field-and-button">
        <ModelCombobox {...props} />
        <button
          type="button"
          class="button"
          disabled={!props.canList || props.list.kind === 'listing'}
          onClick={props.onList}
        >
          {i18n.t('settings.list_models')}
        </button>
      </div>
      <ModelListWords id="model-words" list={props.list} />
    </div>
  );
}

/** A combobox as the ARIA patterns have it: the list follows what is typed, and what is typed is never changed. */
function ModelCombobox(props: ModelFieldProps) {
  const models = props.list.kind === 'listed' ? props.list.models : [];
  const picker = usePicker(models, ({ id }) => props.onInput(id));
  return (
    <div class="combobox">
      <input
        id="model"
        type="text"
        class="field"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={picker.isShown}
        aria-controls={picker.isShown ? LIST_ID : undefined}
        aria-activedescendant={
          picker.isShown && picker.active >= 0 ? `${LIST_ID}-${picker.active}` : undefined
        }
        aria-describedby="model-words"
        spellcheck={false}
        autocomplete="off"
        value={props.model}
        onInput={(event) => {
          props.onInput(event.currentTarget.value.trim());
          picker.show(event.currentTarget.value);
        }}
        onClick={() => !picker.isShown && picker.show('')}
        onKeyDown={(event) => picker.takeKey(event.key) && event.preventDefault()}
        onBlur={picker.close}
      />
      {picker.isShown && (
        <ModelOptions id={LIST_ID} models={picker.found} active={picker.active} onPick={picker.pick} />
      )}
    </div>
  );
}

/** Which models are shown below the field, and which of them Enter takes. */
function usePicker(models: ListedModel[], onPick: (model: ListedModel) => void) {
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(-1);
  const found = filterModels(models, typed);
  const isShown = open && found.length > 0;
  const close = () => setOpen(false);
  const show = (filter: string, first = -1) => {
    setTyped(filter);
    setActive(first);
    setOpen(true);
  };
  const pick = (model: ListedModel) => {
    onPick(model);
    close();
  };
  /** Whether the key was for the list. */
  const takeKey = (key: string): boolean => {
    const picked = isShown && key === 'Enter' ? found[active] : undefined;
    const moved = stepOf(key);
    if (picked) pick(picked);
    else if (isShown && key === 'Escape') close();
    else if (moved !== 0 && isShown) setActive(moveBy(active, moved, found.length));
    else if (moved !== 0 && models.length > 0) show('', 0);
    else return false;
    return true;
  };
  return { found, isShown, active, show, close, pick, takeKey };
}

function stepOf(key: string): number {
  if (key === 'ArrowDown') return 1;
  return key === 'ArrowUp' ? -1 : 0;
}

function moveBy(active: number, step: number, count: number): number {
  const last = Math.min(count, MOST_OPTIONS) - 1;
  if (active < 0) return step > 0 ? 0 : last;
  return Math.max(0, Math.min(last, active + step));
}
