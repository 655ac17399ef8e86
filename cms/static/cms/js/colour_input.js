/* A picker beside the number of a colour. The number is what is saved; a picker alone
   could not say "no colour of our own", because it always shows one. */

function addPicker(place) {
  const box = place.querySelector('input');
  const picker = document.createElement('input');
  picker.type = 'color';
  picker.className = 'colour-input__picker';
  picker.setAttribute('aria-label', box.labels[0]?.textContent.trim() ?? '');
  const show = () => {
    const long = /^#?([0-9a-f]{6})$/i.exec(box.value.trim());
    const short = /^#?([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(box.value.trim());
    if (long) picker.value = `#${long[1]}`;
    if (short) picker.value = `#${short.slice(1).map((digit) => digit + digit).join('')}`;
    picker.classList.toggle('colour-input__picker--unset', !long && !short);
  };
  picker.addEventListener('input', () => {
    box.value = picker.value;
    box.dispatchEvent(new Event('change', { bubbles: true }));
    show();
  });
  box.addEventListener('input', show);
  place.append(picker);
  show();
}

document.addEventListener('DOMContentLoaded', () => {
  document.querySelectorAll('[data-colour-input]').forEach(addPicker);
});
