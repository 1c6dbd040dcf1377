// Fills in where the device is; without this script, or without leave, the photos say it.
const button = document.querySelector('[data-locate]');
if (button && 'geolocation' in navigator) {
  const said = document.querySelector('[data-locate-said]');
  button.hidden = false;
  button.addEventListener('click', () => {
    said.hidden = true;
    navigator.geolocation.getCurrentPosition(({ coords }) => {
      document.getElementById('lon').value = coords.longitude.toFixed(7);
      document.getElementById('lat').value = coords.latitude.toFixed(7);
    }, () => {
      said.textContent = button.dataset.failed;
      said.hidden = false;
    }, { enableHighAccuracy: true, timeout: 15000 });
  });
}
