import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { ChevronIcon, RecipeIcon } from '../icons';
import type { RecipeOffer, TaskDraft } from './panel-props';

export interface RecipeListProps {
  recipes: RecipeOffer[];
  draft?: TaskDraft | undefined;
  onRun(recipeId: string, params: Record<string, string>): Promise<boolean>;
}

/** Recipes of the page's site; each unfolds to its values and a button. */
export function RecipeList(props: RecipeListProps) {
  const [openId, setOpenId] = useState<string>();
  useEffect(() => setOpenId(props.draft?.recipeId), [props.draft?.id]);
  if (props.recipes.length === 0) return null;
  return (
    <section class="recipes">
      <div class="section-head">
        <h2 id="recipes-heading">{i18n.t('panel.recipes')}</h2>
      </div>
      <ul role="list" aria-labelledby="recipes-heading">
        {props.recipes.map((recipe) => (
          <li key={recipe.id}>
            <button
              type="button"
              class="recipe"
              aria-expanded={openId === recipe.id}
              onClick={() => setOpenId(openId === recipe.id ? undefined : recipe.id)}
            >
              <RecipeIcon class="row-icon" />
              <span dir="auto" class="recipe-name">
                {recipe.name}
              </span>
              <ChevronIcon class="chevron" />
            </button>
            {openId === recipe.id && (
              <RecipeForm
                key={props.draft?.id ?? 0}
                recipe={recipe}
                first={props.draft?.recipeId === recipe.id ? props.draft.text : ''}
                onRun={(params) => props.onRun(recipe.id, params)}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface RecipeFormProps {
  recipe: RecipeOffer;
  /** Value for the first parameter, when one was selected on the page. */
  first: string;
  onRun(params: Record<string, string>): Promise<boolean>;
}

function RecipeForm(props: RecipeFormProps) {
  const [values, setValues] = useState<Record<string, string>>(() =>
    Object.fromEntries(
      props.recipe.params.map((param, index) => [param.name, (index === 0 && props.first) || param.example]),
    ),
  );
  return (
    <form
      class="recipe-form"
      onSubmit={(event) => {
        event.preventDefault();
        void props.onRun(values);
      }}
    >
      {props.recipe.params.map((param) => (
        <label key={param.name} class="labelled">
          <span>{param.label}</span>
          <input
            type="text"
            class="field"
            required
            value={values[param.name] ?? ''}
            onInput={(event) => setValues({ ...values, [param.name]: event.currentTarget.value })}
          />
        </label>
      ))}
      <button type="submit" class="button primary">
        {i18n.t('panel.run_recipe')}
      </button>
    </form>
  );
}
