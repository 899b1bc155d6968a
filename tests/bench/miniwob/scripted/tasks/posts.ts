import { pressOrScroll, type Place } from '../places.ts';
import { submit, type Script, type Scripts } from '../script.ts';
import type { Sight } from '../sight.ts';

/** Icons of a post from left to right; what is not among them stands in the menu that the last one opens. */
const ICONS = ['Reply', 'Retweet', 'Like', 'Share'];

/** Posts with icons that have no ref, so that eyes have to find them; pressed ones have another colour. */
export const POST_SCRIPTS: Scripts = {
  'social-media': async function* (sight) {
    const [, user = '', button = ''] = /the user (@\S+), click on the "(.*)"/.exec(sight.task) ?? [];
    for (;;) {
      const posts = (await seePosts(sight)).filter(({ author }) => author === user);
      const menu = posts.flatMap(({ items }) => items).find(({ words }) => words.startsWith(button));
      const icon = posts[0]?.icons.at(ICONS.indexOf(button));
      const place = menu ?? icon;
      if (place === undefined) return;
      yield [await pressOrScroll(sight, place)];
    }
  },
  'social-media-all': pressOnPosts(/the "(?<button>.*)" button on all posts by (?<user>@\S+)/),
  'social-media-some': pressOnPosts(/the "(?<button>.*)" button on (?<amount>\d+) posts? by (?<user>@\S+)/),
};

/** One icon at a time, because the list has to be scrolled to reach them. */
function pressOnPosts(words: RegExp): Script {
  return async function* (sight) {
    const { button = '', user = '', amount = 'Infinity' } = words.exec(sight.task)?.groups ?? {};
    for (;;) {
      const posts = (await seePosts(sight)).filter(({ author }) => author === user);
      const icons = posts.flatMap((post) => post.icons.at(ICONS.indexOf(button)) ?? []);
      const next = icons.slice(0, Number(amount)).find(({ isActive }) => !isActive);
      if (next === undefined) break;
      yield [await pressOrScroll(sight, next)];
    }
    yield [submit(sight)];
  };
}

interface Post {
  author: string;
  icons: (Place & { isActive: boolean })[];
  /** Of its menu, when it is open. */
  items: (Place & { words: string })[];
}

function seePosts(sight: Sight): Promise<Post[]> {
  return sight.look(() => {
    const placeOf = (element: Element): Place => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return { left, top, width, height };
    };
    return [...document.querySelectorAll('#area > div')].map((post) => ({
      author: /@\S+/.exec(post.textContent)?.[0] ?? '',
      icons: [...post.querySelectorAll('div:last-child span:empty')].map((icon) => ({
        ...placeOf(icon),
        isActive: getComputedStyle(icon).content.includes('-hover'),
      })),
      items: [...post.querySelectorAll('li')]
        .map((item) => ({ ...placeOf(item), words: item.textContent }))
        .filter(({ height }) => height > 0),
    }));
  });
}
