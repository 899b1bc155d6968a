import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import FormControl from '@mui/material/FormControl';
import InputLabel from '@mui/material/InputLabel';
import MenuItem from '@mui/material/MenuItem';
import Select from '@mui/material/Select';
import Slider from '@mui/material/Slider';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { AdapterDayjs } from '@mui/x-date-pickers/AdapterDayjs';
import { DatePicker } from '@mui/x-date-pickers/DatePicker';
import { LocalizationProvider } from '@mui/x-date-pickers/LocalizationProvider';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { Zoo } from '../zoo.ts';

export const title = 'Rent a cabin';

const LAKES = ['Lake Baikal', 'Lake Como', 'Lake Geneva', 'Lake Tahoe', 'Lake Titicaca', 'Lake Victoria'];

function Cabin({ zoo }: { zoo: Zoo }) {
  const [beds, setBeds] = useState('');
  const [lake, setLake] = useState<string | null>(null);
  const [arrival, setArrival] = useState<Dayjs | null>(null);
  const [price, setPrice] = useState(30);
  zoo.state(() => ({ beds, lake, arrival: arrival?.format('YYYY-MM-DD') ?? null, price }));
  return (
    <LocalizationProvider dateAdapter={AdapterDayjs}>
      <Box sx={{ display: 'grid', gap: 3, maxWidth: 360, mt: 2 }}>
        <FormControl fullWidth>
          <InputLabel id="beds-label">Beds</InputLabel>
          <Select
            labelId="beds-label"
            label="Beds"
            value={beds}
            onChange={(event) => setBeds(event.target.value)}
          >
            <MenuItem value="two">Two</MenuItem>
            <MenuItem value="four">Four</MenuItem>
            <MenuItem value="six">Six</MenuItem>
          </Select>
        </FormControl>
        <Autocomplete
          options={LAKES}
          value={lake}
          onChange={(_, value) => setLake(value)}
          renderInput={(params) => <TextField {...params} label="Lake" />}
        />
        <DatePicker label="Arrival" value={arrival} onChange={setArrival} />
        <div>
          <Typography id="price-label">Price per night</Typography>
          <Slider
            aria-labelledby="price-label"
            value={price}
            onChange={(_, value) => setPrice(value as number)}
          />
        </div>
      </Box>
    </LocalizationProvider>
  );
}

export function mount(root: HTMLElement, zoo: Zoo): void {
  createRoot(root).render(<Cabin zoo={zoo} />);
}
