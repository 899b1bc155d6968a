import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { ConfirmDialog } from '../confirm-dialog';
import { hostOf } from '../format-values';
import { RecipeIcon, TrashIcon } from '../icons';
import type { RecipeRow } from './library-props';
import { matchesFilter } from './matches-filter';

export interface RecipeRowsProps {
  recipes: RecipeRow[];
  filter: string;
  onDelete(recipeId: string): void;
}

export function RecipeRows(props: RecipeRowsProps) {
  const [doomed, setDoomed] = useState<RecipeRow>();
  const found = props.recipes.filter((recipe) => matchesFilter(props.filter, [recipe.name, recipe.site]));
  if (found.length === 0) return null;
  return (
    <section aria-labelledby="recipes-heading">
      <div class="section-head">
        <h2 id="recipes-heading">{i18n.t('library.recipes')}</h2>
        <p class="progress-text">{found.length}</p>
      </div>
      <ul role="list" aria-labelledby="recipes-heading">
        {found.map((recipe) => (
          <li key={recipe.id} class="recipe-row">
            <RecipeIcon class="row-icon" />
            <span dir="auto" class="run-title">
              {recipe.name}
            </span>
            <button type="button" class="icon-button" onClick={() => setDoomed(recipe)}>
              <TrashIcon />
              <span class="sr-only">{i18n.t('library.delete_named', { name: recipe.name })}</span>
            </button>
            <span class="run-facts">
              {[
                hostOf(recipe.site),
                i18n.t('common.steps', recipe.steps.length),
                ...recipe.params.map((p) => p.label),
              ].join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      {doomed && (
        <ConfirmDialog
          title={i18n.t('library.delete_recipe_title')}
          text={i18n.t('library.delete_recipe_text', { name: doomed.name })}
          confirm={i18n.t('common.delete')}
          onConfirm={() => props.onDelete(doomed.id)}
          onClose={() => setDoomed(undefined)}
        />
      )}
    </section>
  );
}
