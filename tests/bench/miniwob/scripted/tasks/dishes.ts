import { pressOrScroll, type Place } from '../places.ts';
import { click, type Scripts } from '../script.ts';
import type { Sight } from '../sight.ts';

interface Dish extends Place {
  dish: string;
  kinds: string[];
  quantity: number;
}

/** A menu whose plus signs have no ref. */
export const DISH_SCRIPTS: Scripts = {
  'order-food': async function* (sight) {
    const names = /each item: (.*)/.exec(sight.task)?.[1]?.split(/, +/);
    const [, amount = '0', kind = ''] = /Order (\d+) items that are (\S+)/.exec(sight.task) ?? [];
    for (;;) {
      const dishes = await seeDishes(sight);
      const ordered = dishes.reduce((total, { quantity }) => total + quantity, 0);
      const next = names
        ? dishes.find(({ dish, quantity }) => quantity === 0 && names.includes(dish))
        : dishes.find(({ kinds }) => ordered < Number(amount) && kinds.includes(kind));
      if (next === undefined) break;
      yield [await pressOrScroll(sight, next)];
    }
    yield [click(sight.refOf('button', 'Order!'))];
  },
};

/** Where the plus sign of each dish is, what stands and is drawn beside it, and how many of it are ordered. */
function seeDishes(sight: Sight): Promise<Dish[]> {
  return sight.look(() =>
    [...document.querySelectorAll('.food-item')].map((item) => {
      const { left, top, width, height } = (item.querySelector('.add') as Element).getBoundingClientRect();
      const dish = item.querySelector('.item-name')?.textContent.trim() ?? '';
      const kinds = [...item.querySelectorAll('img')].map(({ alt }) => alt);
      const quantity = Number(item.querySelector('.quantity')?.textContent);
      return { left, top, width, height, dish, kinds, quantity };
    }),
  );
}
