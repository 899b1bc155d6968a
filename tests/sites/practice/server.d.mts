/** One order as the shop keeps it; amounts in cents. */
export interface PracticeOrder {
  number: string;
  items: { id: string; name: string; quantity: number; cents: number }[];
  subtotalCents: number;
  shippingCents: number;
  totalCents: number;
  address: {
    fullName: string;
    email: string;
    phone: string;
    street: string;
    postcode: string;
    city: string;
    country: string;
    shipping: string;
  };
  payment: { method: 'invoice' } | { method: 'card'; last4: string };
}

export interface PracticeMessage {
  id: number;
  from: string;
  email: string;
  to: string;
  subject: string;
  date: string;
  body: string;
  read: boolean;
  starred: boolean;
  folder: 'inbox' | 'archive' | 'sent';
  replies: string[];
}

export interface PracticeState {
  orders: PracticeOrder[];
  messages: PracticeMessage[];
  settings: Record<string, string | string[]>;
  settingsSaves: number;
  invoices: { number: string; name: string; city: string; status: string; cents: number }[];
  logins: string[];
  accountClosed: boolean;
  sessions: Record<
    string,
    { cart: Record<string, number>; address?: PracticeOrder['address']; user?: string }
  >;
  /** `METHOD path?query` of every request for a page or a form, in order; files and pictures are not counted. */
  requests: string[];
}

export interface PracticeSite {
  /** Origin of the site, without a slash at its end. */
  url: string;
  /** Origin of the card frame. */
  frameUrl: string;
  state: PracticeState;
  reset(): void;
  close(): Promise<void>;
}

export function startPracticeSite(options?: {
  port?: number;
  framePort?: number;
  /** Is told each request (`METHOD path?query`) before it is answered, and may hold it. */
  before?: (request: string) => Promise<void> | void;
}): Promise<PracticeSite>;
