// Draws the map of the page: own layers below, points by flag above. What it shows stands in a table beside it.
const place = document.getElementById('map');
const leaflet = window.L;
const words = JSON.parse(place.dataset.words);
const layers = JSON.parse(place.dataset.layers);
const marks = new Map([...place.querySelectorAll('template')].map(one => [one.dataset.mark, { html: one.innerHTML, title: one.dataset.title }]));
const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
const map = leaflet.map(place, { zoomControl: false, attributionControl: !!place.dataset.key, zoomAnimation: !still, fadeAnimation: !still, markerZoomAnimation: !still, minZoom: 3, maxZoom: 18, zoomSnap: 0.5 });
map.setView([35, 105], 4);
leaflet.control.zoom({ zoomInTitle: words.in, zoomOutTitle: words.out }).addTo(map);
map.attributionControl?.setPrefix(false);

const bases = {};
if (place.dataset.key) {
  const tiles = layer => leaflet.tileLayer(
    `https://t{s}.tianditu.gov.cn/${layer}_w/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=${layer}&STYLE=default&TILEMATRIXSET=w&FORMAT=tiles&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk=${place.dataset.key}`,
    { subdomains: '01234567', attribution: place.dataset.approval });
  bases[words.streets] = leaflet.layerGroup([tiles('vec'), tiles('cva')]).addTo(map);
  bases[words.picture] = leaflet.layerGroup([tiles('img'), tiles('cia')]);
}

const own = {};
let whole = null;
await Promise.all(layers.map(async layer => {
  try {
    const shown = leaflet.geoJSON(await (await fetch(layer.href)).json(), {
      interactive: false, style: () => ({ className: 'backdrop' }), pointToLayer: (_, at) => leaflet.circleMarker(at, { radius: 3, className: 'backdrop' }),
      onEachFeature: (feature, drawn) => { if (feature.properties?.name) drawn.bindTooltip(String(feature.properties.name), { permanent: true, direction: 'center', className: 'town', pane: 'shadowPane' }); },
    }).addTo(map);
    own[layer.title] = shown;
    const bounds = shown.getBounds();
    if (bounds.isValid()) whole = whole ? whole.extend(bounds) : bounds;
  } catch (fault) {
    console.warn(fault);
  }
}));
if (Object.keys(own).length + Object.keys(bases).length > 0) leaflet.control.layers(bases, own, { collapsed: true }).addTo(map);
const layersButton = place.querySelector('.leaflet-control-layers-toggle');
if (layersButton) {
  layersButton.title = words.layers;
  layersButton.setAttribute('aria-label', words.layers);
}

function marker(at, mark, title) {
  const icon = leaflet.divIcon({ className: 'mark', html: (marks.get(mark ?? '') ?? marks.get('')).html, iconSize: [28, 28] });
  return leaflet.marker(at, { icon, title, alt: title, keyboard: true });
}

// A marker can have the focus, but Leaflet neither names it for those who do not see it nor hears the Enter key.
function named(made, title) {
  made.on('add', () => {
    const element = made.getElement();
    element.setAttribute('aria-label', title);
    element.setAttribute('role', 'link');
    element.addEventListener('keydown', event => { if (event.key === 'Enter') made.fire('click'); });
  });
  return made;
}

const points = leaflet.layerGroup().addTo(map);
let asked = 0;
async function look() {
  const ask = ++asked;
  const sight = map.getBounds().pad(0.1);
  const address = new URL(place.dataset.points, location.href);
  for (const [key, value] of [['west', sight.getWest()], ['south', sight.getSouth()], ['east', sight.getEast()], ['north', sight.getNorth()], ['zoom', map.getZoom()]]) address.searchParams.set(key, value);
  try {
    const found = await (await fetch(address)).json();
    if (ask !== asked) return;
    const focus = document.activeElement?.closest('#map .leaflet-marker-icon')?.getAttribute('aria-label');
    points.clearLayers();
    for (const point of found.points) {
      const title = [point.name, marks.get(point.mark ?? '')?.title].filter(Boolean).join(' · ');
      named(marker([point.lat, point.lon], point.mark, title), title).on('click', () => location.assign(point.href)).addTo(points);
    }
    for (const crowd of found.crowds) {
      const title = words.cluster.replace('{0}', crowd.count);
      const size = 34 + Math.min(26, Math.round(6 * Math.log2(crowd.count)));
      const icon = leaflet.divIcon({ className: 'crowd', html: String(crowd.count), iconSize: [size, size] });
      named(leaflet.marker([crowd.lat, crowd.lon], { icon, title, keyboard: true }), title).on('click', () => map.setView([crowd.lat, crowd.lon], Math.min(18, map.getZoom() + 2))).addTo(points);
    }
    if (focus) [...place.querySelectorAll('.leaflet-marker-icon')].find(one => one.getAttribute('aria-label') === focus)?.focus();
    place.dataset.state = 'drawn';
  } catch (fault) {
    if (place.dataset.state !== 'failed') {
      const line = document.createElement('p');
      line.className = 'map-fault';
      line.setAttribute('role', 'alert');
      line.textContent = words.fault;
      place.after(line);
    }
    place.dataset.state = 'failed';
    console.warn(fault);
  }
}

const single = place.dataset.lon && place.dataset.lat ? leaflet.latLng(Number(place.dataset.lat), Number(place.dataset.lon)) : null;
const outline = place.dataset.outline ? leaflet.geoJSON(JSON.parse(place.dataset.outline), { interactive: false, style: () => ({ className: 'parcel' }) }).addTo(map) : null;
if (outline) map.fitBounds(single ? outline.getBounds().extend(single) : outline.getBounds(), { padding: [40, 40], maxZoom: 17 });
else if (single) map.setView(single, 13);
else if (whole) map.fitBounds(whole, { padding: [12, 12] });
if (place.dataset.points) {
  if (!whole) {
    const all = await (await fetch(place.dataset.points)).json();
    const box = leaflet.latLngBounds([...all.points, ...all.crowds].map(one => [one.lat, one.lon]));
    if (box.isValid()) map.fitBounds(box.pad(0.2), { maxZoom: 13 });
  }
  map.on('moveend', look);
  await look();
} else {
  place.dataset.state = 'drawn';
}

// A pin only shows where the typed numbers are, so the keyboard passes it by.
const pinned = at => leaflet.marker(at, { icon: leaflet.divIcon({ className: 'mark', html: marks.get('').html, iconSize: [28, 28] }), interactive: false, keyboard: false }).addTo(map);
let pin = single && pinned(single);
if (place.dataset.pick) {
  const [lon, lat] = place.dataset.pick.split(' ').map(id => document.getElementById(id));
  const system = document.getElementById('system');
  const put = at => { if (pin) pin.setLatLng(at); else pin = pinned(at); };
  map.on('click', event => {
    const at = event.latlng.wrap();
    [lon.value, lat.value] = [at.lng.toFixed(7), at.lat.toFixed(7)];
    if (system) system.selectedIndex = 0;
    put(at);
  });
  for (const input of [lon, lat]) {
    input.addEventListener('change', () => {
      const [x, y] = [Number(lon.value), Number(lat.value)];
      if (lon.value && lat.value && Math.abs(x) <= 180 && Math.abs(y) <= 90) {
        put([y, x]);
        map.panTo([y, x]);
      }
    });
  }
}
