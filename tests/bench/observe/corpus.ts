import type { NpmPackage } from './npm-packages.ts';

/** Pages that nobody here wrote: what npm packages ship as demonstrations, documentation or templates. */
export interface CorpusPackage extends NpmPackage {
  licence: string;
  /** Name of each page to its path in the package. */
  pages: Record<string, string>;
  /** Files that the package leaves to whoever installs it, or fetches from elsewhere. */
  replaced?: Record<string, string>;
}

export const CORPUS: readonly CorpusPackage[] = [
  {
    name: 'admin-lte',
    version: '3.2.0',
    integrity:
      'sha512-IDUfoU8jo9DVlB59lDEASAJXTesAEXDZ68DOHI3qg93r5ehVTkMl2x0ixgIyff8NiHeNYXpcOZh3tr6oGbvu9g==',
    licence: 'MIT',
    pages: {
      'adminlte-widgets': 'pages/widgets.html',
      'adminlte-form': 'pages/forms/advanced.html',
      'adminlte-mailbox': 'pages/mailbox/mailbox.html',
    },
  },
  {
    name: 'gentelella',
    version: '1.4.0',
    integrity:
      'sha512-lp54+y6bwSLHF6KMstW2jD6oqV68vLMnFqMqATRp5a/8Tp52NYly7Q+5FZIMaNKATrb3EKx+BN/bKpaZ4BYLEw==',
    licence: 'MIT',
    pages: {
      'gentelella-tables': 'production/tables_dynamic.html',
      'gentelella-form': 'production/form.html',
      'gentelella-calendar': 'production/calendar.html',
    },
  },
  {
    name: 'bignumber.js',
    version: '9.1.2',
    integrity:
      'sha512-2/mKyZH9K85bzOEfhXDBFZTGd1CTs+5IHpeFQo9luiBG7hghdC851Pj2WAhb6E3R6b9tZj/XKhbg4fum+Kepug==',
    licence: 'MIT',
    pages: { 'bignumber-api': 'doc/API.html' },
  },
  {
    name: 'ckeditor4',
    version: '4.22.1',
    integrity:
      'sha512-Yj4vTHX5YxHwc48gNqUqTm+KLkRr9tuyb4O2VIABu4oKHWRNVIdLdy6vUNe/XNx+RiTavMejfA1MVOU/MxLjqQ==',
    licence: 'GPL-2.0 or LGPL-2.1 or MPL-1.1',
    pages: {
      'ckeditor-sample': 'samples/index.html',
      'ckeditor-toolbar': 'samples/toolbarconfigurator/index.html',
    },
  },
  {
    name: 'dygraphs',
    version: '2.2.2',
    integrity:
      'sha512-9Vl3MeAfuL12uMVNQLGYWGKCDmdExu6a66MCgZKAko7WAEfv8vuAGK52NrTng+J6sRSYq/J1TR//9U34/H3ZqQ==',
    licence: 'MIT',
    pages: { 'dygraphs-options': '_site/options.html' },
  },
  {
    name: 'spectre.css',
    version: '0.5.9',
    integrity:
      'sha512-9jUqwZmCnvflrxFGcK+ize43TvjwDjqMwZPVubEtSIHzvinH0TBUESm1LcOJx3Ur7bdPaeOHQIjOqBl1Y5kLFw==',
    licence: 'MIT',
    pages: { 'spectre-forms': 'docs/elements/forms.html' },
  },
  {
    name: 'startbootstrap-sb-admin-2',
    version: '4.1.4',
    integrity:
      'sha512-Zr0JNu4tRD4EJVDwVLETKWfMniFx4Dy3qAnJ96ucqUqIZ8Ns4/H5a6Y0E44/K5lxO05EBQwi24hPxaLEz+2IhA==',
    licence: 'MIT',
    pages: { 'sbadmin-dashboard': 'index.html' },
  },
  {
    name: 'startbootstrap-agency',
    version: '7.0.12',
    integrity:
      'sha512-VpdOVgqYq+Yomt72/gZueBuB99wWyqL1rvqaGaqRwHtDMJlXSf9eGfisyQXPx7//z3dnlGHIMzIk2I8CCmtXOQ==',
    licence: 'MIT',
    pages: { 'agency-landing': 'dist/index.html' },
  },
  {
    name: 'startbootstrap-shop-homepage',
    version: '5.0.6',
    integrity:
      'sha512-B8TNIkJrc0iYCjrfgAolSopz1nek66gmhxkwCKP5zBX0axuF/OGae5z53bupgrlAOw1F4Cs6mkLVcw7K9G1exA==',
    licence: 'MIT',
    pages: { 'bootstrap-shop': 'dist/index.html' },
  },
  {
    name: 'material-dashboard',
    version: '3.1.0',
    integrity:
      'sha512-/dkEhja3jybC2ky+cXvOyCu+BgjdHmxN+6Vj04p5+LtDDQZbZ8PW8qV5YwDW/KwHSs8mpYDG20p964kdc0PMQA==',
    licence: 'MIT',
    pages: { 'material-dashboard': 'pages/dashboard.html' },
  },
  {
    name: 'soft-ui-dashboard',
    version: '1.0.1',
    integrity:
      'sha512-cRL8/jseDodYaZFUekr3ZLvKeyxxe5H4r33C3s65ApLE03f8S2P83sc3wYDWEEz2aYt+5vlZLa81ASfQNTQjKg==',
    licence: 'MIT',
    pages: { 'softui-dashboard': 'pages/dashboard.html' },
  },
  {
    name: 'now-ui-dashboard',
    version: '1.0.1',
    integrity:
      'sha512-ltx+dLZXkWQGvBYjMd5XoViWaUh240p0dxjQwU0CMU7kWlyXunZdF+nyYWSwerbjpndhS+zRvceUq0yYZmuw1g==',
    licence: 'MIT',
    pages: { 'nowui-profile': 'examples/user.html' },
  },
  {
    name: '@tabler/preview',
    version: '1.2.0',
    integrity:
      'sha512-RkIICf4bXA67hJoycZ7SzIPNQZXlNogNf0u78FdgjrqVdthKXoHV7zhl8e9NgNAF0ykfYd0/A7MEVoL1bBieMQ==',
    licence: 'MIT',
    pages: {
      'tabler-form': 'dist/form-elements.html',
      'tabler-dashboard': 'dist/layout-combo.html',
      'tabler-tables': 'dist/tables.html',
    },
  },
  {
    name: 'todomvc',
    version: '0.1.1',
    integrity:
      'sha512-gd6+DoObD0yzXEpbvHvkSoOd9/krxd/wvUTbzvKe7uTjAM2v9wG6zy4Icl6aUcMpDof53Cz2l5O/9mdN3Jk+ag==',
    licence: 'MIT',
    pages: { 'todomvc-backbone': 'examples/backbone/index.html' },
  },
  {
    name: 'selectize',
    version: '0.12.6',
    integrity:
      'sha512-bWO5A7G+I8+QXyjLfQUgh31VI4WKYagUZQxAXlDyUmDDNrFxrASV0W9hxCOl0XJ/XQ1dZEu3G9HjXV4Wj0yb6w==',
    licence: 'Apache-2.0',
    pages: { 'selectize-form': 'examples/basic.html' },
  },
  {
    name: 'swagger-ui-dist',
    version: '5.35.0',
    integrity:
      'sha512-U06rpMtW9V3XPGOBeamTUSr0Z09jMX4IJuANpE/EZbAhw0G8CgwrzU4YmXkn/h0wCDNsXdGarTNNHC3sU8yVUQ==',
    licence: 'Apache-2.0',
    pages: { 'swagger-petstore': 'index.html' },
    replaced: {
      'swagger-initializer.js': `addEventListener('load', () => {
        window.ui = SwaggerUIBundle({
          url: '/readme-oas-examples/3.0/json/petstore.json',
          dom_id: '#swagger-ui',
          deepLinking: true,
          presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
          plugins: [SwaggerUIBundle.plugins.DownloadUrl],
          layout: 'StandaloneLayout',
        });
      });`,
    },
  },
  {
    name: '@readme/oas-examples',
    version: '8.2.2',
    integrity:
      'sha512-uytlvlylq3zpemG0h1R7ijlMBCajqXU0VpMI1Iw+j92s77Y/oT6pBf3BZN0lYl0WIGTh7POM4Jdu7L14eCzwXQ==',
    licence: 'MIT',
    pages: {},
  },
];

export const PAGE_AGENT: NpmPackage = {
  name: '@page-agent/page-controller',
  version: '1.12.4',
  integrity:
    'sha512-I8se6/QMhg1wMZp52fkX37xbv/lkUnBihtadcoZKOQ9xvL562/sd141mu5ANPGvaCosPlXxJQ3HGIwA2VM4bwQ==',
};

/** page-agent's loop, and what it asks its model with. */
export const PAGE_AGENT_CORE: NpmPackage = {
  name: '@page-agent/core',
  version: '1.12.4',
  integrity:
    'sha512-Ixiv3xtjBF9ystUadNtHcmt4DDPbIis9gphxe3DB36a3Kt93K8lxDMyVltIJx986KkBJ4RGjNZ4/Dv63hJdDlg==',
};

export const PAGE_AGENT_LLMS: NpmPackage = {
  name: '@page-agent/llms',
  version: '1.12.4',
  integrity:
    'sha512-EAzXCaZErNlceTYvKJeAnDHurk6hHFoSejc4jv2I2HQoL0IF2o6mV2lB7hCn4X6D+UOw14dkIjzQhcUpySn/Lg==',
};

/** Colours what page-agent logs. */
export const CHALK: NpmPackage = {
  name: 'chalk',
  version: '6.0.0',
  integrity:
    'sha512-2uNTXIuTTxk7ciZgAU1BQcgnchcG0xXnrs6jzkQfj9SsRa9M2s5zE8WT96hS6KmG4MzWHSrvH43DF1m4XRkrFg==',
};

export const AIPEX: NpmPackage = {
  name: '@aipexstudio/dom-snapshot',
  version: '0.1.0',
  integrity:
    'sha512-Wf3NHulpDc1YnXvpXFjTcrKf3/982qkuti639Jd7oTTSPim5y7SoIpYS/jrOfLur2X8+nYB9wFLpVg/0oiDLGw==',
};

export const TOKENIZER: NpmPackage = {
  name: 'gpt-tokenizer',
  version: '4.0.0',
  integrity:
    'sha512-YAWIyzvuVUHEfW7tFfFAxH8qQb+Q3RU9nYOTy7skMNX5qzU6Q8jxTHZLyO56ug1vYvCR7wndzpd3jwD86/mhjQ==',
};
