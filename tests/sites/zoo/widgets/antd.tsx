import { Cascader, DatePicker, Form, Select, Switch, TreeSelect } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { Zoo } from '../zoo.ts';

export const title = 'Order a courier';

interface Courier {
  vehicle?: string;
  extras?: string[];
  day?: Dayjs;
  region?: string[];
  goods?: string;
  insured?: boolean;
}

const REGIONS = [
  {
    value: 'zhejiang',
    label: 'Zhejiang',
    children: [{ value: 'hangzhou', label: 'Hangzhou', children: [{ value: 'xihu', label: 'West Lake' }] }],
  },
  {
    value: 'jiangsu',
    label: 'Jiangsu',
    children: [{ value: 'nanjing', label: 'Nanjing', children: [{ value: 'gate', label: 'Zhonghua Gate' }] }],
  },
];

const GOODS = [
  {
    value: 'food',
    title: 'Food',
    children: [
      { value: 'fruit', title: 'Fruit' },
      { value: 'bread', title: 'Bread' },
    ],
  },
  { value: 'furniture', title: 'Furniture', children: [{ value: 'chairs', title: 'Chairs' }] },
];

function CourierForm({ zoo }: { zoo: Zoo }) {
  const [courier, setCourier] = useState<Courier>({});
  zoo.state(() => ({ ...courier, day: courier.day?.format('YYYY-MM-DD') }));
  return (
    <Form<Courier>
      layout="vertical"
      style={{ maxWidth: 360 }}
      onValuesChange={(_, values) => setCourier(values)}
    >
      <Form.Item label="Vehicle" name="vehicle">
        <Select
          showSearch
          placeholder="Select a vehicle"
          options={['Bicycle', 'Van', 'Truck', 'Drone'].map((label) => ({
            label,
            value: label.toLowerCase(),
          }))}
        />
      </Form.Item>
      <Form.Item label="Extras" name="extras">
        <Select
          mode="multiple"
          options={['Gloves', 'Cool box', 'Two people', 'Weekend'].map((label) => ({ label, value: label }))}
        />
      </Form.Item>
      <Form.Item label="Pick-up day" name="day">
        <DatePicker />
      </Form.Item>
      <Form.Item label="Region" name="region">
        <Cascader options={REGIONS} placeholder="Please select" />
      </Form.Item>
      <Form.Item label="Goods" name="goods">
        <TreeSelect treeData={GOODS} treeDefaultExpandAll placeholder="Please select" />
      </Form.Item>
      <Form.Item label="Insured" name="insured">
        <Switch />
      </Form.Item>
    </Form>
  );
}

export function mount(root: HTMLElement, zoo: Zoo): void {
  createRoot(root).render(<CourierForm zoo={zoo} />);
}
