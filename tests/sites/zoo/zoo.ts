/** What a widget's file gets: how to tell what the application, not the DOM, holds. */
export interface Zoo {
  /** Registers how the application's state is read; the newest reader counts. What it returns is compared as JSON. */
  state(read: () => unknown): void;
}

/** What each file in `widgets/` exports. */
export interface Widget {
  /** Title and heading of the page. */
  title: string;
  /** Mounts the widget as its documentation shows; the page counts as ready when this resolves. */
  mount(root: HTMLElement, zoo: Zoo): void | Promise<void>;
}

declare global {
  /** The application's state, for the test that looks at the page. Undefined until the widget is ready. */
  var zooState: (() => unknown) | undefined;
  /** Why the widget could not be mounted. */
  var zooFailure: string | undefined;
}
