import L from 'leaflet';
import 'leaflet/dist/leaflet.css';
import type { Zoo } from '../zoo.ts';

export const title = 'Mark the meeting point';

/** A map without tiles: one unit is one pixel, counted from the middle; the place is taken to the nearest 5. */
export function mount(root: HTMLElement, zoo: Zoo): void {
  root.innerHTML = '<div id="map" style="width: 400px; height: 300px"></div>';
  const map = L.map('map', { crs: L.CRS.Simple, center: [0, 0], zoom: 0, attributionControl: false });
  L.circleMarker([50, 100], { radius: 12 }).addTo(map).bindPopup('Old oak');
  let meeting: number[] | null = null;
  map.on(
    'click',
    ({ latlng }) => (meeting = [latlng.lng, latlng.lat].map((units) => Math.round(units / 5) * 5)),
  );
  zoo.state(() => ({ meeting, zoom: map.getZoom() }));
}
