import { click, submit, type Scripts } from '../script.ts';

/** Words that mean much the same. */
const ALIKE = [
  'big large huge enormous gigantic',
  'small tiny little mini petite',
  'red scarlet crimson vermillion',
  'happy cheerful joyful gleeful delighted',
  'sad unhappy sorrowful miserable tragic',
  'angry mad furious irritated',
  'evil wicked immoral sinful corrupt depraved',
  'wrong incorrect mistaken erroneous',
  'real genuine actual',
  'strange odd peculiar unusual weird',
  'stop cease halt end finish',
  'scared terrified panicked fearful frightened afraid',
  'quiet calm peaceful serene mild',
  'old aged archaic',
  'love like adore favor',
  'kill murder assassinate',
  'keep retain preserve sustain maintain',
  'hide conceal camouflage',
  'hate despise loathe detest dislike',
  'funny humorous amusing comical laughable',
  'fat fleshy plump chubby',
  'stupid dumb dull unwise',
  'delicious savory delectable appetizing',
  'cut slice carve chop',
  'brave courageous fearless',
  'begin start initiate launch',
  'answer reply response',
  'television televisions TV TVs',
  'house home houses homes',
  'fire flame fires flames',
  'pig pork swine',
  'rabbit rabbits bunny bunnies',
  'car cars automobile automobiles vehicle vehicles',
].map((line) => line.split(' '));

/** What pictures on menus mean. */
const ICONS: Readonly<Record<string, string>> = {
  'ui-icon-disk': 'Save',
  'ui-icon-seek-start': 'Prev',
  'ui-icon-stop': 'Stop',
  'ui-icon-play': 'Play',
  'ui-icon-seek-end': 'Next',
  'ui-icon-zoomin': 'Zoom In',
  'ui-icon-zoomout': 'Zoom Out',
};
const IN_PLAYBACK = ['Prev', 'Stop', 'Play', 'Next'];

/** What is said in other words. */
export const WORD_SCRIPTS: Scripts = {
  'click-checkboxes-soft': async function* (sight) {
    const words = (/similar to (.*) and click/.exec(sight.task)?.[1] ?? '').split(', ');
    const isWanted = (name: string) =>
      words.some((word) => word === name || ALIKE.some((line) => line.includes(word) && line.includes(name)));
    const boxes = sight.things('checkbox').filter(({ name }) => isWanted(name));
    yield [...boxes.map(({ ref }) => ({ name: 'set_checked', args: { ref, checked: true } })), submit(sight)];
  },
  'click-menu-2': async function* (sight) {
    const said = /labeled "(.*)"\./.exec(sight.task)?.[1] ?? /"(ui-icon[\w-]+)"/.exec(sight.task)?.[1] ?? '';
    const item = ICONS[said] ?? said;
    yield [click(sight.refOf('button', 'Menu'))];
    const refOf = (name: string) => sight.things().find((thing) => thing.name === name)?.ref ?? '';
    if (IN_PLAYBACK.includes(item)) yield [{ name: 'hover', args: { ref: refOf('Playback') } }];
    yield [click(refOf(item))];
  },
};
