// The 60 products of the shop. Prices in cents; a stock of 0 is sold out. Ratings out of 5.

export const CATEGORIES = [
  { id: 'kettles', en: 'Kettles', zh: '水壶', one: { en: 'kettle', zh: '水壶' }, hue: 18 },
  { id: 'toasters', en: 'Toasters', zh: '烤面包机', one: { en: 'toaster', zh: '烤面包机' }, hue: 38 },
  { id: 'mugs', en: 'Mugs', zh: '马克杯', one: { en: 'mug', zh: '马克杯' }, hue: 200 },
  { id: 'lamps', en: 'Lamps', zh: '灯具', one: { en: 'lamp', zh: '灯' }, hue: 48 },
  { id: 'headphones', en: 'Headphones', zh: '耳机', one: { en: 'headphones', zh: '耳机' }, hue: 262 },
  { id: 'keyboards', en: 'Keyboards', zh: '键盘', one: { en: 'keyboard', zh: '键盘' }, hue: 220 },
  { id: 'backpacks', en: 'Backpacks', zh: '背包', one: { en: 'backpack', zh: '背包' }, hue: 150 },
  { id: 'notebooks', en: 'Notebooks', zh: '笔记本', one: { en: 'notebook', zh: '笔记本' }, hue: 340 },
  { id: 'blankets', en: 'Blankets', zh: '毯子', one: { en: 'blanket', zh: '毯子' }, hue: 8 },
  { id: 'planters', en: 'Planters', zh: '花盆', one: { en: 'planter', zh: '花盆' }, hue: 120 },
  { id: 'knives', en: 'Kitchen knives', zh: '厨刀', one: { en: 'knife', zh: '厨刀' }, hue: 190 },
  { id: 'clocks', en: 'Clocks', zh: '时钟', one: { en: 'clock', zh: '时钟' }, hue: 290 },
];

export const BRANDS = ['Alder', 'Borealis', 'Casa Lume', 'Drift', 'Edda', 'Fjell'];

// category, brand, English name, Chinese name, price in cents, rating, reviews, stock
const ROWS = [
  ['kettles', 'Alder', 'Alder Stovetop Kettle', 'Alder 炉灶水壶', 3490, 4.4, 212, 31],
  ['kettles', 'Borealis', 'Borealis Electric Kettle 1.7 l', 'Borealis 电水壶 1.7 升', 4990, 4.7, 864, 58],
  ['kettles', 'Drift', 'Drift Travel Kettle', 'Drift 旅行水壶', 2290, 3.9, 97, 14],
  ['kettles', 'Edda', 'Edda Gooseneck Kettle', 'Edda 细嘴水壶', 7900, 4.9, 341, 9],
  ['kettles', 'Fjell', 'Fjell Glass Kettle', 'Fjell 玻璃水壶', 5490, 4.2, 155, 0],
  ['toasters', 'Alder', 'Alder Two-Slice Toaster', 'Alder 双片烤面包机', 2990, 4.1, 188, 0],
  ['toasters', 'Borealis', 'Borealis Four-Slice Toaster', 'Borealis 四片烤面包机', 6490, 4.5, 402, 23],
  ['toasters', 'Casa Lume', 'Casa Lume Retro Toaster', 'Casa Lume 复古烤面包机', 8900, 4.6, 276, 17],
  ['toasters', 'Drift', 'Drift Slim Toaster', 'Drift 窄型烤面包机', 3890, 3.7, 61, 40],
  ['toasters', 'Fjell', 'Fjell Long-Slot Toaster', 'Fjell 长槽烤面包机', 5290, 4.3, 133, 12],
  ['mugs', 'Alder', 'Alder Stoneware Mug', 'Alder 粗陶马克杯', 1290, 4.6, 529, 120],
  ['mugs', 'Casa Lume', 'Casa Lume Espresso Mug', 'Casa Lume 浓缩咖啡马克杯', 990, 4.2, 204, 75],
  ['mugs', 'Drift', 'Drift Enamel Mug', 'Drift 搪瓷马克杯', 1490, 4.8, 611, 64],
  ['mugs', 'Edda', 'Edda Porcelain Mug', 'Edda 瓷马克杯', 1890, 4.4, 92, 33],
  ['mugs', 'Fjell', 'Fjell Insulated Mug', 'Fjell 保温马克杯', 2490, 4.5, 338, 0],
  ['lamps', 'Casa Lume', 'Casa Lume Desk Lamp', 'Casa Lume 台灯', 5900, 4.5, 247, 29],
  ['lamps', 'Casa Lume', 'Casa Lume Floor Lamp', 'Casa Lume 落地灯', 12900, 4.7, 118, 8],
  ['lamps', 'Borealis', 'Borealis Reading Lamp', 'Borealis 阅读灯', 3990, 4.0, 83, 45],
  ['lamps', 'Edda', 'Edda Paper Lamp', 'Edda 纸灯', 2890, 4.1, 59, 21],
  ['lamps', 'Drift', 'Drift Clip Lamp', 'Drift 夹灯', 1990, 3.6, 140, 66],
  ['headphones', 'Borealis', 'Borealis Over-Ear Headphones', 'Borealis 头戴式耳机', 14900, 4.6, 932, 37],
  ['headphones', 'Borealis', 'Borealis Studio Headphones', 'Borealis 录音室耳机', 19900, 4.8, 420, 11],
  ['headphones', 'Drift', 'Drift Sport Headphones', 'Drift 运动耳机', 6990, 3.8, 287, 52],
  ['headphones', 'Edda', 'Edda Quiet Headphones', 'Edda 降噪耳机', 17900, 4.4, 365, 0],
  ['headphones', 'Fjell', 'Fjell Everyday Headphones', 'Fjell 日常耳机', 4990, 4.0, 173, 80],
  ['keyboards', 'Alder', 'Alder Wooden Keyboard', 'Alder 木质键盘', 11900, 4.3, 76, 6],
  ['keyboards', 'Borealis', 'Borealis Mechanical Keyboard', 'Borealis 机械键盘', 13900, 4.7, 548, 24],
  ['keyboards', 'Drift', 'Drift Folding Keyboard', 'Drift 折叠键盘', 5990, 3.5, 88, 39],
  ['keyboards', 'Edda', 'Edda Low-Profile Keyboard', 'Edda 超薄键盘', 8990, 4.5, 231, 15],
  ['keyboards', 'Fjell', 'Fjell Compact Keyboard', 'Fjell 紧凑键盘', 6490, 4.2, 164, 0],
  ['backpacks', 'Fjell', 'Fjell Day Backpack 22 l', 'Fjell 日用背包 22 升', 8900, 4.6, 390, 27],
  ['backpacks', 'Fjell', 'Fjell Trail Backpack 40 l', 'Fjell 徒步背包 40 升', 15900, 4.8, 212, 10],
  ['backpacks', 'Drift', 'Drift Roll-Top Backpack', 'Drift 卷口背包', 7490, 4.3, 145, 34],
  ['backpacks', 'Alder', 'Alder Canvas Backpack', 'Alder 帆布背包', 6900, 4.1, 99, 18],
  ['backpacks', 'Borealis', 'Borealis Laptop Backpack', 'Borealis 电脑背包', 9900, 4.4, 307, 22],
  ['notebooks', 'Edda', 'Edda Dotted Notebook', 'Edda 点阵笔记本', 1390, 4.7, 712, 200],
  ['notebooks', 'Edda', 'Edda Ruled Notebook', 'Edda 横线笔记本', 1290, 4.6, 655, 180],
  ['notebooks', 'Alder', 'Alder Cork Notebook', 'Alder 软木笔记本', 1790, 4.0, 47, 60],
  ['notebooks', 'Drift', 'Drift Pocket Notebook', 'Drift 口袋笔记本', 690, 4.2, 321, 240],
  ['notebooks', 'Casa Lume', 'Casa Lume Sketch Notebook', 'Casa Lume 素描笔记本', 2190, 4.5, 108, 42],
  ['blankets', 'Fjell', 'Fjell Wool Blanket', 'Fjell 羊毛毯子', 9900, 4.8, 256, 16],
  ['blankets', 'Casa Lume', 'Casa Lume Cotton Blanket', 'Casa Lume 棉毯子', 5900, 4.3, 134, 28],
  ['blankets', 'Drift', 'Drift Picnic Blanket', 'Drift 野餐毯子', 3990, 4.4, 189, 35],
  ['blankets', 'Edda', 'Edda Knitted Blanket', 'Edda 针织毯子', 7900, 4.5, 77, 0],
  ['blankets', 'Alder', 'Alder Fleece Blanket', 'Alder 抓绒毯子', 2990, 4.0, 222, 90],
  ['planters', 'Alder', 'Alder Terracotta Planter', 'Alder 陶土花盆', 1990, 4.3, 118, 54],
  ['planters', 'Casa Lume', 'Casa Lume Hanging Planter', 'Casa Lume 吊挂花盆', 2690, 4.1, 66, 31],
  ['planters', 'Edda', 'Edda Concrete Planter', 'Edda 水泥花盆', 3490, 4.2, 51, 19],
  ['planters', 'Fjell', 'Fjell Self-Watering Planter', 'Fjell 自动浇水花盆', 4290, 4.6, 203, 25],
  ['planters', 'Drift', 'Drift Window Planter', 'Drift 窗台花盆', 2390, 3.9, 38, 44],
  ['knives', 'Edda', "Edda Chef's Knife 20 cm", 'Edda 主厨刀 20 厘米', 8900, 4.9, 487, 20],
  ['knives', 'Edda', 'Edda Paring Knife', 'Edda 削皮厨刀', 2990, 4.6, 196, 48],
  ['knives', 'Borealis', 'Borealis Bread Knife', 'Borealis 面包厨刀', 4490, 4.4, 122, 26],
  ['knives', 'Fjell', 'Fjell Filleting Knife', 'Fjell 剔骨厨刀', 5490, 4.3, 64, 0],
  ['knives', 'Alder', 'Alder Carving Knife', 'Alder 切片厨刀', 6290, 4.5, 71, 13],
  ['clocks', 'Casa Lume', 'Casa Lume Wall Clock', 'Casa Lume 挂钟', 4990, 4.4, 158, 30],
  ['clocks', 'Borealis', 'Borealis Alarm Clock', 'Borealis 闹钟', 2990, 3.8, 290, 70],
  ['clocks', 'Alder', 'Alder Mantel Clock', 'Alder 座钟', 11900, 4.7, 43, 5],
  ['clocks', 'Drift', 'Drift Travel Clock', 'Drift 旅行时钟', 1890, 4.0, 85, 57],
  ['clocks', 'Fjell', 'Fjell Kitchen Timer Clock', 'Fjell 厨房计时钟', 2190, 4.1, 112, 0],
];

function idOf(name) {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** Every product: { id, category, brand, name: { en, zh }, priceCents, rating, reviews, stock }. */
export const PRODUCTS = ROWS.map(([category, brand, en, zh, priceCents, rating, reviews, stock]) => ({
  id: idOf(en),
  category,
  brand,
  name: { en, zh },
  priceCents,
  rating,
  reviews,
  stock,
}));

export function findProduct(id) {
  return PRODUCTS.find((product) => product.id === id);
}

export function categoryOf(product) {
  return CATEGORIES.find((category) => category.id === product.category);
}

/** Words of the product, in both languages, that a search looks at. */
function searchText(product) {
  const category = categoryOf(product);
  return [
    product.name.en,
    product.name.zh,
    product.brand,
    category.en,
    category.one.en,
    category.zh,
    category.one.zh,
  ]
    .join(' ')
    .toLowerCase();
}

const ORDERS = {
  relevance: () => 0,
  'price-asc': (a, b) => a.priceCents - b.priceCents,
  'price-desc': (a, b) => b.priceCents - a.priceCents,
  rating: (a, b) => b.rating - a.rating,
};

export const SORTS = Object.keys(ORDERS);

/**
 * Products that hold every word of `words` and pass the filters, in the order of `sort`.
 * `maxCents` undefined: no limit; `brands` empty: every brand.
 */
export function searchProducts({
  words = '',
  category,
  brands = [],
  maxCents,
  inStock = false,
  sort = 'relevance',
}) {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return PRODUCTS.filter(
    (product) =>
      wanted.every((word) => searchText(product).includes(word)) &&
      (!category || product.category === category) &&
      (brands.length === 0 || brands.includes(product.brand)) &&
      (maxCents === undefined || product.priceCents <= maxCents) &&
      (!inStock || product.stock > 0),
  ).sort(ORDERS[sort] ?? ORDERS.relevance);
}
