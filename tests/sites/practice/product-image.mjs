// Drawings of the products: one plain shape per category, tinted by brand.
import { BRANDS, categoryOf } from './catalogue.mjs';

const SHAPES = {
  kettles:
    '<path d="M80 62h80l14 78H66z"/><path d="M66 84 44 66l-8 8 30 30zM166 76c30 0 34 44 4 50v-12c14-6 12-26-4-26z"/><circle cx="120" cy="54" r="8"/>',
  toasters:
    '<rect x="50" y="70" width="140" height="74" rx="16"/><path d="M82 70V48h32v22zm44 0V48h32v22z" opacity=".6"/><rect x="190" y="92" width="12" height="10" rx="3"/>',
  mugs: '<path d="M76 56h76v78a14 14 0 0 1-14 14H90a14 14 0 0 1-14-14z"/><path d="M152 74c38-4 38 52 0 48v-12c18 2 18-26 0-24z"/>',
  lamps:
    '<path d="M96 36h48l26 54H70z"/><rect x="116" y="90" width="8" height="50"/><rect x="86" y="138" width="68" height="10" rx="5"/>',
  headphones:
    '<path d="M58 110a62 62 0 0 1 124 0h-14a48 48 0 0 0-96 0z"/><rect x="50" y="102" width="28" height="46" rx="12"/><rect x="162" y="102" width="28" height="46" rx="12"/>',
  keyboards:
    '<rect x="36" y="66" width="168" height="66" rx="10"/><g fill="#fff" opacity=".55"><path d="M48 78h16v12H48zm22 0h16v12H70zm22 0h16v12H92zm22 0h16v12h-16zm22 0h16v12h-16zm22 0h34v12h-34zM48 96h26v12H48zm32 0h16v12H80zm22 0h16v12h-16zm22 0h16v12h-16zm22 0h46v12h-46zM76 114h88v10H76z"/></g>',
  backpacks:
    '<path d="M76 64a44 44 0 0 1 88 0v72a14 14 0 0 1-14 14H90a14 14 0 0 1-14-14z"/><rect x="92" y="100" width="56" height="34" rx="8" fill="#fff" opacity=".4"/>',
  notebooks:
    '<rect x="74" y="34" width="96" height="118" rx="6"/><rect x="74" y="34" width="16" height="118" opacity=".5"/><path d="M104 60h50v6h-50zm0 18h50v6h-50z" fill="#fff" opacity=".6"/>',
  blankets:
    '<rect x="48" y="58" width="144" height="80" rx="10"/><path d="M48 82h144v8H48zm0 26h144v8H48z" fill="#fff" opacity=".4"/>',
  planters:
    '<path d="M78 96h84l-10 54H88z"/><path d="M118 94C112 60 84 54 74 50c2 24 20 40 44 44zm6 0c4-40 32-50 44-52 0 26-18 46-44 52z" opacity=".7"/>',
  knives:
    '<path d="M40 104c60-34 92-38 104-36v24H60z"/><rect x="148" y="66" width="58" height="26" rx="10" opacity=".75"/>',
  clocks:
    '<circle cx="120" cy="92" r="56"/><circle cx="120" cy="92" r="44" fill="#fff" opacity=".6"/><path d="M117 60h6v34l22 14-4 6-24-16z"/>',
};

export function productImage(product) {
  const { hue } = categoryOf(product);
  const turn = BRANDS.indexOf(product.brand) * 9;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 180">
<rect width="240" height="180" fill="hsl(${hue + turn} 42% 90%)"/>
<ellipse cx="120" cy="154" rx="84" ry="8" fill="hsl(${hue + turn} 30% 78%)"/>
<g fill="hsl(${hue + turn} 38% 44%)">${SHAPES[product.category]}</g></svg>`;
}
