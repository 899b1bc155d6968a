import { getRect } from '../observe/dom';
import { isSecretField } from '../observe/secret-fields';
import { type ActContext, type PageActionRunner } from './actor/act-context';
import { findAllDeep } from './actor/native-dom';
import { nameElement } from './actor/name-element';
import { isShown } from './ready/actionable';

/** CSS pixels of the viewport. */
export interface PictureArea {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** What whoever takes the picture must know of the document at that moment. */
export interface PicturePlan {
  /** Size of the viewport in CSS pixels, and where it is scrolled to. */
  view: { width: number; height: number; scrollX: number; scrollY: number };
  /** Name of the element, and the part of it that is in view. */
  element?: { name: string; area: PictureArea };
  /** Fields whose content nobody is to see. */
  secrets: PictureArea[];
  /** Where other documents are drawn. */
  frames: PictureArea[];
}

/** The page takes no picture itself: it brings the element into view and says, as JSON, what is where. */
export const takeScreenshot: PageActionRunner = {
  name: 'take_screenshot',
  element: 'optional',
  reads: true,
  run(context, _action, element) {
    if (element) bringIntoView(context, element);
    const { innerWidth: width, innerHeight: height, scrollX, scrollY } = context.window;
    const plan: PicturePlan = {
      view: { width, height, scrollX, scrollY },
      ...(element ? { element: { name: nameElement(context, element), area: areaOf(element) } } : {}),
      secrets: findShown(context, 'input,textarea,select').filter(isSecretField).map(areaOf),
      frames: findShown(context, 'iframe,frame,object,embed').map(areaOf),
    };
    return Promise.resolve({ message: 'ready for a picture', data: JSON.stringify(plan) });
  },
};

function bringIntoView({ window }: ActContext, element: Element): void {
  const { top, left, bottom, right } = getRect(element);
  const isInView = top >= 0 && left >= 0 && bottom <= window.innerHeight && right <= window.innerWidth;
  if (!isInView)
    Element.prototype.scrollIntoView.call(element, {
      block: 'center',
      inline: 'nearest',
      behavior: 'instant',
    });
}

function findShown({ document }: ActContext, selector: string): Element[] {
  return findAllDeep(document, selector).filter(isShown);
}

function areaOf(element: Element): PictureArea {
  const { left, top, width, height } = getRect(element);
  return { left, top, width, height };
}
